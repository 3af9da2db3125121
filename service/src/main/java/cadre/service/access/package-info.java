/** Who asks: accounts, what proves them, and which units a person acts for. */
@NullMarked
package cadre.service.access;

import org.jspecify.annotations.NullMarked;
