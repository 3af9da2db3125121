/** Edition 2026 written by hand in plain Java, the yardstick for the engine: the equal outcome, with every sentence. */
@NullMarked
package cadre.bench.byhand;

import org.jspecify.annotations.NullMarked;
