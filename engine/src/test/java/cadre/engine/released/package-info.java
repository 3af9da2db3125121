@NullMarked
package cadre.engine.released;

import org.jspecify.annotations.NullMarked;
