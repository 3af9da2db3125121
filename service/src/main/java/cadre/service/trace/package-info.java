/** Records who read whose results, who was let in and who was refused. */
@NullMarked
package cadre.service.trace;

import org.jspecify.annotations.NullMarked;
