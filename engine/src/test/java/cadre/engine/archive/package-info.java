@NullMarked
package cadre.engine.archive;

import org.jspecify.annotations.NullMarked;
