@NullMarked
package cadre.engine.difference;

import org.jspecify.annotations.NullMarked;
