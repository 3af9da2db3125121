@NullMarked
package cadre.engine.check;

import org.jspecify.annotations.NullMarked;
