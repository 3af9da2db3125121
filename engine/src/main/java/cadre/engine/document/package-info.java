/** Texts that people write (JSON, YAML), read with the place of every value, and the problems found in them. */
@NullMarked
package cadre.engine.document;

import org.jspecify.annotations.NullMarked;
