package cadre.service.evaluation;

import cadre.engine.evaluation.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is counted and timed of evaluations. No cadre, unit or grade is in a metric. */
@Component
class Measures {
    private final MeterRegistry meters;
    private final Timer evaluating;
    private final Counter disputes;
    private final Map<String, Map<String, Counter>> firings = new ConcurrentHashMap<>();
    private final Map<String, Counter> evaluations = new ConcurrentHashMap<>();

    Measures(MeterRegistry meters) {
        this.meters = meters;
        this.evaluating = Timer.builder("cadre.evaluation.duration")
                .description("From case file to outcome, by Drools")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.disputes = Counter.builder("cadre.disputes")
                .description("Outcomes not stored because two ways of computing them differ: investigate at once")
                .register(meters);
    }

    Outcome timed(Supplier<Outcome> evaluation) {
        return java.util.Objects.requireNonNull(evaluating.record(evaluation));
    }

    void stored(Outcome outcome) {
        evaluated("stored", outcome);
    }

    void previewed(Outcome outcome) {
        evaluated("preview", outcome);
    }

    void disputed() {
        disputes.increment();
    }

    private void evaluated(String kind, Outcome outcome) {
        String edition = outcome.release().edition();
        evaluations
                .computeIfAbsent(
                        kind + edition,
                        key -> Counter.builder("cadre.evaluations")
                                .tag("kind", kind)
                                .tag("edition", edition)
                                .register(meters))
                .increment();
        Map<String, Counter> counters = firings.computeIfAbsent(edition, key -> new ConcurrentHashMap<>());
        for (Outcome.FiringLine firing : outcome.firings()) {
            counters.computeIfAbsent(
                            firing.criterion(),
                            key -> Counter.builder("cadre.firings")
                                    .tag("edition", edition)
                                    .tag("criterion", firing.criterion())
                                    .register(meters))
                    .increment();
        }
    }
}
