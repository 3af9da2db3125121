/** What a candidate would make of evaluations that are stored: jobs, their reports, whom they move. */
@NullMarked
package cadre.service.impact;

import org.jspecify.annotations.NullMarked;
