package cadre.engine.inference;

import java.time.LocalDate;

/** Opens runs of one edition's rules. For any number of threads. */
@FunctionalInterface
public interface Inferences {
    /**
     * A new run, without facts.
     *
     * @param day the last day of the period, of which parameters are read
     */
    Inference open(LocalDate day, FiringLimits limits);
}
