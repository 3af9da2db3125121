@NullMarked
package cadre.engine.document;

import org.jspecify.annotations.NullMarked;
