@NullMarked
package cadre.engine.mutation;

import org.jspecify.annotations.NullMarked;
