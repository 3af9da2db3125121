/** Who asks. Until people log in, everybody who reaches the loopback address is one and the same caller. */
@NullMarked
package cadre.service.access;

import org.jspecify.annotations.NullMarked;
