/** The language of rule files: read into a small tree, checked, printed for Drools. What the tree cannot hold is refused. */
@NullMarked
package cadre.engine.language;

import org.jspecify.annotations.NullMarked;
