/** What changed between two editions, in policy words. */
@NullMarked
package cadre.engine.difference;

import org.jspecify.annotations.NullMarked;
