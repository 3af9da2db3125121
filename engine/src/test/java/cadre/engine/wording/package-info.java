@NullMarked
package cadre.engine.wording;

import org.jspecify.annotations.NullMarked;
