/** Who may do what, kept over HTTP. */
@NullMarked
package cadre.service.access.web;

import org.jspecify.annotations.NullMarked;
