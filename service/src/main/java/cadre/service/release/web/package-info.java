/** Editions and their criteria over HTTP. */
@NullMarked
package cadre.service.release.web;

import org.jspecify.annotations.NullMarked;
