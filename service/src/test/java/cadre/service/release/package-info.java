/** Releases, carried and recalled. */
@NullMarked
package cadre.service.release;

import org.jspecify.annotations.NullMarked;
