/** Impacts over HTTP. */
@NullMarked
package cadre.service.impact.web;

import org.jspecify.annotations.NullMarked;
