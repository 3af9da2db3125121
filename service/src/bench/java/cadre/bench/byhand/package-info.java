/** Release 2026.1, all of its criteria, written by hand in plain Java, the yardstick for the engine: the equal outcome, with every sentence. */
@NullMarked
package cadre.bench.byhand;

import org.jspecify.annotations.NullMarked;
