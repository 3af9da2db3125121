package cadre.engine.evaluation;

import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts any rule looks at: those of the type of some pattern, and equal to what the pattern asks for by name. A
 * pattern <code>Indicator( code == "air", actual < $x )</code> looks at every indicator of that code, whatever its value.
 */
final class Attention {
    private final Map<Class<?>, Looks> looks = new HashMap<>();
    private final Set<String> registers;

    /**
     * Attention of some rules.
     *
     * @param registers those the engine itself looks for
     */
    Attention(List<Rule> rules, List<String> registers) {
        this.registers = Set.copyOf(registers);
        for (Rule rule : rules) {
            all(rule.when());
        }
    }

    /** Whether some rule, or the engine, looks at the fact. */
    boolean on(Fact fact) {
        if (fact instanceof Consulted consulted && registers.contains(consulted.register())) {
            return true;
        }
        Looks ofType = looks.get(fact.getClass());
        return ofType != null && ofType.at(fact);
    }

    private void all(List<? extends Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Pattern pattern) {
                one(pattern);
            } else if (condition instanceof Condition.Not not) {
                all(not.of());
            } else if (condition instanceof Condition.Exists exists) {
                all(exists.of());
            } else if (condition instanceof Condition.Forall forall) {
                one(forall.each());
                all(forall.satisfies());
            } else if (condition instanceof Condition.Accumulate accumulate) {
                all(accumulate.over());
            }
        }
    }

    private void one(Condition.Pattern pattern) {
        FactType type = Vocabulary.type(pattern.type()).orElseThrow();
        Map<FactType.Component, Set<Object>> named = new HashMap<>();
        for (Condition.Term term : pattern.terms()) {
            if (term instanceof Condition.Term.Test test) {
                named(test.of(), type, named);
            }
        }
        looks.computeIfAbsent(type.record(), record -> new Looks()).add(named);
    }

    private static void named(Expression test, FactType type, Map<FactType.Component, Set<Object>> named) {
        if (test instanceof Expression.And and) {
            named(and.left(), type, named);
            named(and.right(), type, named);
        } else if (test instanceof Expression.In in) {
            named(in.left(), in.options(), type, named);
        } else if (test instanceof Expression.Comparison equal && equal.operator() == Expression.Operator.EQUAL) {
            named(equal.left(), List.of(equal.right()), type, named);
            named(equal.right(), List.of(equal.left()), type, named);
        }
    }

    private static void named(
            Expression left, List<Expression> options, FactType type, Map<FactType.Component, Set<Object>> named) {
        Set<Object> values = new HashSet<>();
        for (Expression option : options) {
            Object value = literal(option);
            if (value == null) {
                return;
            }
            values.add(value);
        }
        if (left instanceof Expression.Component component) {
            named.merge(type.component(component.name()).orElseThrow(), values, (some, others) -> {
                Set<Object> both = new HashSet<>(some);
                both.retainAll(others);
                return both;
            });
        }
    }

    private static @Nullable Object literal(Expression expression) {
        if (expression instanceof Expression.Text text) {
            return text.value();
        }
        return expression instanceof Expression.Constant constant ? constant.name() : null;
    }

    /** What is looked at among the facts of one type; most patterns name one component or none. */
    private static final class Looks {
        private boolean everywhere;
        private final Map<FactType.Component, Set<Object>> single = new LinkedHashMap<>();
        private final List<Map<FactType.Component, Set<Object>>> several = new ArrayList<>();

        void add(Map<FactType.Component, Set<Object>> named) {
            if (named.isEmpty()) {
                everywhere = true;
            } else if (named.size() == 1) {
                named.forEach((component, values) ->
                        single.computeIfAbsent(component, c -> new HashSet<>()).addAll(values));
            } else {
                several.add(named);
            }
        }

        boolean at(Fact fact) {
            if (everywhere) {
                return true;
            }
            for (Map.Entry<FactType.Component, Set<Object>> look : single.entrySet()) {
                if (in(look, fact)) {
                    return true;
                }
            }
            for (Map<FactType.Component, Set<Object>> looks : several) {
                if (all(looks, fact)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean all(Map<FactType.Component, Set<Object>> looks, Fact fact) {
            for (Map.Entry<FactType.Component, Set<Object>> look : looks.entrySet()) {
                if (!in(look, fact)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean in(Map.Entry<FactType.Component, Set<Object>> look, Fact fact) {
            Object value = look.getKey().of(fact);
            return value != null
                    && look.getValue().contains(value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
