/** The cases that prove an edition: read, run, counted; and case files made by chance. */
@NullMarked
package cadre.engine.cases;

import org.jspecify.annotations.NullMarked;
