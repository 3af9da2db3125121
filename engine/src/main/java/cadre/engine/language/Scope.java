package cadre.engine.language;

import cadre.engine.facts.FactType;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an expression can use at one place of a rule. Never changes. */
final class Scope {
    static final Scope EMPTY = new Scope(Map.of(), null);

    /** A variable whose type could not be found, because of a problem already told, has none. */
    private final Map<String, Optional<Typed>> variables;

    private final @Nullable FactType fact;

    private Scope(Map<String, Optional<Typed>> variables, @Nullable FactType fact) {
        this.variables = variables;
        this.fact = fact;
    }

    /** Within a pattern on this type: its components can be named. */
    Scope inside(@Nullable FactType type) {
        return new Scope(variables, type);
    }

    /** After a pattern: only variables can be named. */
    Scope outside() {
        return new Scope(variables, null);
    }

    Scope with(String variable, Optional<Typed> typed) {
        Map<String, Optional<Typed>> more = new LinkedHashMap<>(variables);
        more.put(variable, typed);
        return new Scope(Collections.unmodifiableMap(more), fact);
    }

    boolean has(String variable) {
        return variables.containsKey(variable);
    }

    Set<String> variables() {
        return variables.keySet();
    }

    Optional<Typed> variable(String name) {
        return variables.getOrDefault(name, Optional.empty());
    }

    Optional<FactType> fact() {
        return Optional.ofNullable(fact);
    }

    Optional<Typed> component(String name) {
        return fact().flatMap(f -> f.component(name).map(c -> Typed.component(f, c)));
    }

    /** What a binding in this pattern stands for: surely present if the pattern asks for it by {@code component != null}. */
    Optional<Typed> bound(Term.Binding binding, Pattern pattern) {
        return component(binding.component())
                .map(typed -> asksFor(pattern, binding.component()) ? typed.present() : typed);
    }

    private static boolean asksFor(Pattern pattern, String component) {
        return pattern.terms().stream()
                .anyMatch(term -> term instanceof Term.Test test
                        && test.of() instanceof Expression.Comparison comparison
                        && comparison.operator() == Expression.Operator.UNEQUAL
                        && comparison.left() instanceof Expression.Component left
                        && left.name().equals(component)
                        && comparison.right() instanceof Expression.Nothing);
    }
}
