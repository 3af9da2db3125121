@NullMarked
package cadre.engine.cases;

import org.jspecify.annotations.NullMarked;
