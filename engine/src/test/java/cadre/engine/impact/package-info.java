@NullMarked
package cadre.engine.impact;

import org.jspecify.annotations.NullMarked;
