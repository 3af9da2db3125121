/** What was recorded, over HTTP. */
@NullMarked
package cadre.service.trace.web;

import org.jspecify.annotations.NullMarked;
