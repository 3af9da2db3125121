@NullMarked
package cadre.engine.casefile;

import org.jspecify.annotations.NullMarked;
