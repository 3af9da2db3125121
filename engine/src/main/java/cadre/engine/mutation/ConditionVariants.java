package cadre.engine.mutation;

import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Function;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import cadre.engine.language.Expression;
import cadre.engine.language.RuleText;
import cadre.engine.mutation.Change.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Conditions with one change in them, in every way. */
final class ConditionVariants {
    private static final ExpressionVariants EXPRESSIONS = ExpressionVariants.ON_THE_LEFT;

    private ConditionVariants() {}

    /** One condition changed or left out; the last one too if it may be. */
    static Stream<Variant<List<Condition>>> of(List<Condition> conditions, boolean mayBeEmpty) {
        Stream<Variant<List<Condition>>> fewer =
                Variant.without(conditions, Kind.CONDITION, RuleText::condition, Condition::place);
        return Stream.concat(
                conditions.size() > 1 || mayBeEmpty ? fewer : Stream.empty(),
                Variant.ofOne(conditions, ConditionVariants::of));
    }

    private static Stream<Variant<Condition>> of(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return of(pattern).map(v -> v.within(p -> p));
        } else if (condition instanceof Condition.Not not) {
            return of(not.of(), false).map(v -> v.within(of -> new Condition.Not(of, not.place())));
        } else if (condition instanceof Condition.Exists exists) {
            return of(exists.of(), false).map(v -> v.within(of -> new Condition.Exists(of, exists.place())));
        } else if (condition instanceof Condition.Forall forall) {
            return Stream.concat(
                    of(forall.each())
                            .map(v -> v.within(each -> new Condition.Forall(each, forall.satisfies(), forall.place()))),
                    patterns(forall.satisfies())
                            .map(v -> v.within(
                                    satisfies -> new Condition.Forall(forall.each(), satisfies, forall.place()))));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            return of(accumulate);
        }
        return Stream.empty();
    }

    private static Stream<Variant<List<Pattern>>> patterns(List<Pattern> patterns) {
        Stream<Variant<List<Pattern>>> fewer =
                Variant.without(patterns, Kind.CONDITION, RuleText::condition, Pattern::place);
        return Stream.concat(
                patterns.size() > 1 ? fewer : Stream.empty(), Variant.ofOne(patterns, ConditionVariants::of));
    }

    private static Stream<Variant<Condition>> of(Condition.Accumulate all) {
        return Stream.<Stream<Variant<Condition>>>of(
                        patterns(all.over())
                                .map(v -> v.within(over ->
                                        new Condition.Accumulate(over, all.measures(), all.tests(), all.place()))),
                        Variant.ofOne(all.measures(), ConditionVariants::of)
                                .map(v -> v.within(measures ->
                                        new Condition.Accumulate(all.over(), measures, all.tests(), all.place()))),
                        Stream.concat(
                                        Variant.without(all.tests(), Kind.CONDITION, RuleText::left, Expression::place),
                                        EXPRESSIONS.list(all.tests()))
                                .map(v -> v.within(tests ->
                                        new Condition.Accumulate(all.over(), all.measures(), tests, all.place()))))
                .flatMap(each -> each);
    }

    private static Stream<Variant<Measure>> of(Measure measure) {
        Stream<Function> others = switch (measure.function()) {
            case SUM -> Stream.of(Function.COUNT, Function.MAX);
            case COUNT -> Stream.of(Function.SUM);
            case MIN -> Stream.of(Function.MAX);
            case MAX -> Stream.of(Function.MIN);
        };
        return others.map(function -> new Measure(measure.variable(), function, measure.of(), measure.place()))
                .map(other -> new Variant<>(
                        other,
                        new Change(Kind.MEASURE, RuleText.measure(measure), RuleText.measure(other), measure.place())));
    }

    /** A binding left out would change nothing but the sentence, or be missing elsewhere in the rule. */
    private static Stream<Variant<Pattern>> of(Pattern pattern) {
        Stream<Variant<List<Term>>> fewer =
                Variant.without(pattern.terms(), Kind.CONDITION, RuleText::term, Term::place);
        return Stream.concat(
                        fewer.filter(v -> v.value().stream()
                                        .filter(Term.Test.class::isInstance)
                                        .count()
                                < pattern.terms().stream()
                                        .filter(Term.Test.class::isInstance)
                                        .count()),
                        Variant.ofOne(pattern.terms(), ConditionVariants::of))
                .map(v -> v.within(terms -> new Pattern(pattern.type(), terms, pattern.place())));
    }

    private static Stream<Variant<Term>> of(Term term) {
        return term instanceof Term.Test test
                ? EXPRESSIONS.of(test.of()).map(v -> v.within(of -> new Term.Test(of, test.place())))
                : Stream.empty();
    }
}
