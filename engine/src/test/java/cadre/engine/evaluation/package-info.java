@NullMarked
package cadre.engine.evaluation;

import org.jspecify.annotations.NullMarked;
