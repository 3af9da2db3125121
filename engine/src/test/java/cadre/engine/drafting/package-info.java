@NullMarked
package cadre.engine.drafting;

import org.jspecify.annotations.NullMarked;
