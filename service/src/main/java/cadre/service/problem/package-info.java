/** What went wrong, told as RFC 9457 problems in the caller's language; every error of the service passes here. */
@NullMarked
package cadre.service.problem;

import org.jspecify.annotations.NullMarked;
