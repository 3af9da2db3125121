package cadre.engine.reference;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Parameter;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Firings;
import cadre.engine.inference.Inference;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs an edition's rules by trying every combination of facts. Slow, and plain enough to be believed. */
public final class ReferenceInference implements Inference {
    private final Edition edition;
    private final Firings firings;
    private final FactsByType facts = new FactsByType();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * A run of the edition's rules.
     *
     * @param day the last day of the period, of which parameters are read
     */
    public ReferenceInference(Edition edition, LocalDate day, FiringLimits limits) {
        this.edition = edition;
        this.firings = new Firings(limits);
        for (Edition.ParameterLine line : edition.parameters().values()) {
            line.on(day).ifPresent(dated -> insert(new Parameter(line.name(), dated.value())));
        }
    }

    @Override
    public void insert(Fact fact) {
        facts.add(fact);
        if (fact instanceof Parameter parameter) {
            parameters.put(parameter.name(), parameter.value());
        }
    }

    @Override
    public List<Firing> fire(Stratum stratum) {
        for (Rule rule : edition.rules()) {
            if (rule.stratum() == stratum) {
                fire(rule);
            }
        }
        return firings.take();
    }

    private void fire(Rule rule) {
        Matching matching = new Matching(facts, parameters::get);
        try {
            matching.walk(rule.when(), Match.NOTHING, match -> {
                firings.begin(rule, ids(match.facts()), counted(rule, match, matching), match.bound());
                rule.then().forEach(conclusion -> conclude(conclusion, match));
                return false;
            });
        } catch (IllegalStateException | ArithmeticException | IllegalArgumentException failed) {
            throw new RuleFailed(rule.id(), "inference.cannot-count", String.valueOf(failed.getMessage()));
        }
    }

    private static List<String> counted(Rule rule, Match match, Matching matching) {
        Set<Fact> counted = new HashSet<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Accumulate accumulate) {
                counted.addAll(matching.counted(accumulate, match));
            }
        }
        return ids(counted).stream().sorted().toList();
    }

    /** Parameters, the cadre and the appraisal are no reasons: every rule may read them. */
    private static List<String> ids(Collection<Fact> matched) {
        return matched.stream()
                .filter(fact -> !(fact instanceof Parameter || fact instanceof Cadre || fact instanceof Appraisal))
                .map(Fact::id)
                .toList();
    }

    private void conclude(Conclusion conclusion, Match match) {
        List<Expression> arguments = conclusion.arguments();
        firings.conclude(
                conclusion.verb(),
                arguments.isEmpty() ? null : Meaning.value(arguments.get(0), null, match),
                arguments.size() < 2 ? null : (BigDecimal) Meaning.value(arguments.get(1), null, match));
    }

    @Override
    public void close() {}
}
