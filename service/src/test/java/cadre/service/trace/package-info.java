@NullMarked
package cadre.service.trace;

import org.jspecify.annotations.NullMarked;
