/**
 * What rules mean, by naive loops over the tree: the second opinion that Drools must agree with. It knows nothing of
 * the printer, of folding, of Drools.
 */
@NullMarked
package cadre.engine.reference;

import org.jspecify.annotations.NullMarked;
