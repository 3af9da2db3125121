/** A case file: the facts of one cadre in one appraisal, as reported, read strictly. */
@NullMarked
package cadre.engine.casefile;

import org.jspecify.annotations.NullMarked;
