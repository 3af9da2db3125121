/** Holds everybody to a share of the service, so that nobody takes it from the others. */
@NullMarked
package cadre.service.limit;

import org.jspecify.annotations.NullMarked;
