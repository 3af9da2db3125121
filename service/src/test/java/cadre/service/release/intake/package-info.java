/** Uploads, read and checked. */
@NullMarked
package cadre.service.release.intake;

import org.jspecify.annotations.NullMarked;
