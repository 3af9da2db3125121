/** Releases of criteria: which editions there are, and what evaluates by them. */
@NullMarked
package cadre.service.release;

import org.jspecify.annotations.NullMarked;
