/** The service as its callers meet it, on both databases. */
@NullMarked
package cadre.service;

import org.jspecify.annotations.NullMarked;
