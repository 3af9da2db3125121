package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Condition;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The criteria of an edition with all that can be worked out before there is a case. */
final class Criteria {
    private final Edition edition;
    private final Map<String, Criterion> byId = new HashMap<>();
    private final Set<Stratum> strata = EnumSet.noneOf(Stratum.class);
    private final Map<Stratum, Set<String>> matched = new HashMap<>();
    private final NavigableSet<LocalDate> changes = new TreeSet<>();
    private final Map<LocalDate, Map<String, BigDecimal>> bounds = new ConcurrentHashMap<>();

    Criteria(Edition edition) {
        this.edition = edition;
        List<Rule> rules =
                edition.rules().stream().sorted(Comparator.comparing(Rule::id)).toList();
        for (Rule rule : rules) {
            byId.put(rule.id(), Criterion.of(rule, byId.size(), edition));
            strata.add(rule.stratum());
            types(rule.when(), matched.computeIfAbsent(rule.stratum(), stratum -> new HashSet<>()));
        }
        for (Criterion criterion : byId.values()) {
            if (criterion.atMost() != null) {
                bound(criterion.atMost()).values().forEach(dated -> changes.add(dated.from()));
            }
        }
    }

    Criterion of(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    /** Whether any rule is of this stratum. */
    boolean any(Stratum stratum) {
        return strata.contains(stratum);
    }

    /** Whether a rule of a later stratum matches facts of this type. */
    boolean matchedAfter(Stratum stratum, String type) {
        for (Stratum later : Stratum.values()) {
            if (later.compareTo(stratum) > 0
                    && matched.getOrDefault(later, Set.of()).contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** The bounds that criteria set on the sum of their points, on a day; they stay the same from one change to the next. */
    Composition.Bounds bounds(LocalDate day) {
        LocalDate since = changes.floor(day);
        Map<String, BigDecimal> bounded =
                since == null ? bounded(day) : bounds.computeIfAbsent(since, change -> bounded(day));
        return bounded::get;
    }

    private Edition.ParameterLine bound(String parameter) {
        return Objects.requireNonNull(edition.parameters().get(parameter), parameter);
    }

    private Map<String, BigDecimal> bounded(LocalDate day) {
        Map<String, BigDecimal> bounds = new HashMap<>();
        for (Criterion criterion : byId.values()) {
            if (criterion.atMost() != null) {
                Object value = bound(criterion.atMost())
                        .on(day)
                        .map(Edition.DatedValue::value)
                        .orElse(null);
                if (!(value instanceof BigDecimal bound) || bound.signum() < 0) {
                    throw new RuleFailed(criterion.rule().id(), "inference.bad-bound", String.valueOf(value), day);
                }
                bounds.put(criterion.rule().id(), bound);
            }
        }
        return bounds;
    }

    private static void types(List<? extends Condition> conditions, Set<String> types) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Pattern pattern) {
                types.add(pattern.type());
            } else if (condition instanceof Condition.Not not) {
                types(not.of(), types);
            } else if (condition instanceof Condition.Exists exists) {
                types(exists.of(), types);
            } else if (condition instanceof Condition.Forall forall) {
                types.add(forall.each().type());
                types(forall.satisfies(), types);
            } else if (condition instanceof Condition.Accumulate accumulate) {
                types(accumulate.over(), types);
            }
        }
    }
}
