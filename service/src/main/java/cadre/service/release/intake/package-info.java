/** Takes in what people upload: reads it, and has it checked and compiled in a process of its own that can do no harm. */
@NullMarked
package cadre.service.release.intake;

import org.jspecify.annotations.NullMarked;
