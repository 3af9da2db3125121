package cadre.engine.inference;

import cadre.engine.facts.Fact;
import cadre.engine.facts.Stratum;
import java.util.List;

/** One run over one case: facts go in, strata fire in their order, firings come out. Not for several threads. */
public interface Inference extends AutoCloseable {
    void insert(Fact fact);

    /**
     * Fires every rule of the stratum on every combination of the facts inserted so far, once each.
     *
     * @return the firings, in no particular order
     * @throws RuleFailed if a rule concludes what cannot be, or exceeds the limits
     */
    List<Firing> fire(Stratum stratum);

    @Override
    void close();
}
