package cadre.engine.language;

import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Condition.Function;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the variables of a rule stand for. */
final class PrintedScope {
    /** Components named like a word of Drools' expression grammar, which then breaks: read by a function of their own. */
    private static final Set<String> TAKEN = Set.of("unit");

    private final Map<String, Source> variables = new LinkedHashMap<>();
    private final @Nullable PrintedScope outer;

    PrintedScope() {
        this(null);
    }

    private PrintedScope(@Nullable PrintedScope outer) {
        this.outer = outer;
    }

    PrintedScope inner() {
        return new PrintedScope(this);
    }

    void bind(String variable, Source source) {
        variables.put(variable, source);
    }

    Source source(String variable) {
        Source source = variables.get(variable);
        if (source != null) {
            return source;
        }
        if (outer == null) {
            throw new IllegalArgumentException("unbound " + variable);
        }
        return outer.source(variable);
    }

    ValueType type(String variable) {
        return source(variable).type();
    }

    /** How each variable bound here is read, in the order of binding. */
    List<String> texts() {
        return variables.values().stream().map(Source::text).toList();
    }

    /** How a component of the fact under this name is read. */
    static String read(String fact, String component) {
        return TAKEN.contains(component) ? "Calc." + component + "Of( " + fact + " )" : fact + "." + component + "()";
    }

    /** How a component of the pattern's own fact is read. */
    static String own(String component) {
        return TAKEN.contains(component) ? "Calc." + component + "Of( this )" : component;
    }

    /**
     * What a variable stands for.
     *
     * @param text how it is read outside its own pattern
     * @param fact name of the fact it is a component of, if it is one
     * @param component the component's name
     */
    record Source(
            String text,
            ValueType type,
            boolean nullable,
            @Nullable String fact,
            @Nullable String component) {

        static Source component(String fact, Component component) {
            return new Source(
                    read(fact, component.name()), component.type(), component.nullable(), fact, component.name());
        }

        static Source measure(String name, Function function, int column, ValueType type) {
            String reader = function.name().toLowerCase(Locale.ROOT);
            return new Source(name + "." + reader + "( " + column + " )", type, false, null, null);
        }

        static Source constant(@Nullable Object value, String parameter) {
            if (value instanceof BigDecimal decimal) {
                return new Source(decimal(decimal), ValueType.DECIMAL, false, null, null);
            }
            if (value instanceof Fraction fraction) {
                return new Source(fraction(fraction), ValueType.FRACTION, false, null, null);
            }
            throw new IllegalArgumentException("no value for " + parameter);
        }

        private static String decimal(BigDecimal value) {
            return "new java.math.BigDecimal( \"" + value + "\" )";
        }

        private static String fraction(Fraction value) {
            return "new Fraction( new java.math.BigInteger( \"" + value.numerator()
                    + "\" ), new java.math.BigInteger( \"" + value.denominator() + "\" ) )";
        }
    }
}
