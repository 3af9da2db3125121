@NullMarked
package cadre.engine.catalogue;

import org.jspecify.annotations.NullMarked;
