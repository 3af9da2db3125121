@NullMarked
package cadre.service.impact;

import org.jspecify.annotations.NullMarked;
