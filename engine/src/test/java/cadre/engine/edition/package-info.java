@NullMarked
package cadre.engine.edition;

import org.jspecify.annotations.NullMarked;
