package cadre.engine.check;

import cadre.engine.edition.Edition;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import cadre.engine.language.Expression;
import cadre.engine.language.Expression.Comparison;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which indicators a rule looks at. */
final class IndicatorsAsked {
    private static final Set<String> WITH_CODES = Set.of("Indicator", "PeerFigure");

    private final Set<String> all;

    IndicatorsAsked(Edition edition) {
        this.all = edition.indicators().keySet();
    }

    /** Those that any of these conditions can match. */
    Set<String> by(List<? extends Condition> conditions) {
        Set<String> codes = new LinkedHashSet<>();
        conditions.stream()
                .flatMap(IndicatorsAsked::patterns)
                .filter(pattern -> WITH_CODES.contains(pattern.type()))
                .forEach(pattern -> codes.addAll(by(pattern)));
        return codes;
    }

    /** Those that a pattern can match: the ones it names, or all if it names none. */
    Set<String> by(Pattern pattern) {
        Set<String> left = new LinkedHashSet<>(all);
        pattern.terms().stream()
                .filter(Term.Test.class::isInstance)
                .flatMap(term -> conjuncts(((Term.Test) term).of()))
                .forEach(test -> named(test).ifPresent(left::retainAll));
        return left;
    }

    /** Every pattern in a condition. */
    static Stream<Pattern> patterns(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return Stream.of(pattern);
        } else if (condition instanceof Condition.Not not) {
            return not.of().stream().flatMap(IndicatorsAsked::patterns);
        } else if (condition instanceof Condition.Exists exists) {
            return exists.of().stream().flatMap(IndicatorsAsked::patterns);
        } else if (condition instanceof Condition.Forall forall) {
            return Stream.concat(Stream.of(forall.each()), forall.satisfies().stream());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate.over().stream();
        }
        return Stream.empty();
    }

    private static Stream<Expression> conjuncts(Expression e) {
        return e instanceof Expression.And and
                ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
                : Stream.of(e);
    }

    private static Optional<Set<String>> named(Expression test) {
        if (test instanceof Comparison equality
                && equality.operator() == Expression.Operator.EQUAL
                && isCode(equality.left())
                && equality.right() instanceof Expression.Text text) {
            return Optional.of(Set.of(text.value()));
        }
        if (test instanceof Expression.In in && isCode(in.left())) {
            Set<String> codes = new LinkedHashSet<>();
            in.options().forEach(option -> {
                if (option instanceof Expression.Text text) {
                    codes.add(text.value());
                }
            });
            return Optional.of(codes);
        }
        return Optional.empty();
    }

    private static boolean isCode(Expression e) {
        return e instanceof Expression.Component component && component.name().equals("code");
    }
}
