package cadre.engine.cases;

import cadre.engine.evaluation.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must come of a case. What it does not name is free.
 *
 * @param fires rules that must fire; others may
 * @param doesNotFire rules that must not
 * @param dimensions scores by dimension
 * @param holds exactly these hold the outcome: ids of rules, or register:NAME and indicator:CODE for what is missing
 * @param flags exactly these rules flag something
 * @param recommendations exactly these actions are recommended
 */
public record Expectation(
        List<String> fires,
        List<String> doesNotFire,
        Map<String, BigDecimal> dimensions,
        Optional<BigDecimal> total,
        Optional<String> band,
        Optional<String> grade,
        Optional<Outcome.Status> status,
        Optional<List<String>> holds,
        Optional<List<String>> flags,
        Optional<List<String>> recommendations) {}
