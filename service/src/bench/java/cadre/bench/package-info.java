/** Measures the product: ratios of two sides in one run. Run by the profile bench; see docs/performance.md. */
@NullMarked
package cadre.bench;

import org.jspecify.annotations.NullMarked;
