@NullMarked
package cadre.service.limit;

import org.jspecify.annotations.NullMarked;
