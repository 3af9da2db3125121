/** The schemas of <code>rules/schemas</code>, held to what the readers accept. */
@NullMarked
package cadre.engine.schemas;

import org.jspecify.annotations.NullMarked;
