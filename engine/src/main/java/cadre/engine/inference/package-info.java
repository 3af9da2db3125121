/** What it means to run rules over facts, whoever runs them: Drools, or the reference evaluator. */
@NullMarked
package cadre.engine.inference;

import org.jspecify.annotations.NullMarked;
