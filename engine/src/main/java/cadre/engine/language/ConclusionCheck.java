package cadre.engine.language;

import cadre.engine.document.Problems;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Condition.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what stands on the right of one rule. */
final class ConclusionCheck {
    private static final Map<Stratum, Set<Verb>> WRITES = Map.of(
            Stratum.ASSESS,
            Set.of(Verb.AWARD, Verb.DEDUCT, Verb.GATE, Verb.CAP, Verb.FLAG, Verb.HOLD, Verb.UNGRADED),
            Stratum.ADJUST,
            Set.of(Verb.WAIVE, Verb.HOLD, Verb.FLAG),
            Stratum.GRADE,
            Set.of(Verb.GATE, Verb.CAP, Verb.FLAG, Verb.HOLD),
            Stratum.USE,
            Set.of(Verb.RECOMMEND, Verb.FLAG));

    private final Rule rule;
    private final Codes codes;
    private final Problems problems;
    private final Typing typing;

    ConclusionCheck(Rule rule, Codes codes, Problems problems) {
        this.rule = rule;
        this.codes = codes;
        this.problems = problems;
        this.typing = new Typing(codes, problems);
    }

    void check(Scope scope) {
        boolean unverified = rule.when().stream()
                .flatMap(ConclusionCheck::patterns)
                .anyMatch(p -> p.type().equals("Unverified"));
        Set<Verb> allowed = WRITES.getOrDefault(rule.stratum(), Set.of());
        for (Conclusion conclusion : rule.then()) {
            Verb verb = conclusion.verb();
            if (!allowed.contains(verb)) {
                problems.add(
                        "language.not-written",
                        conclusion.place(),
                        verb.word(),
                        rule.stratum().group(),
                        allowed.stream().map(Verb::word).sorted().collect(Collectors.joining(", ")));
            } else if (unverified && verb != Verb.HOLD && verb != Verb.FLAG) {
                problems.add("language.unverified", conclusion.place(), verb.word());
            }
            arguments(conclusion, scope);
        }
    }

    /** Every pattern of a condition, however deep. */
    static Stream<Pattern> patterns(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return Stream.of(pattern);
        } else if (condition instanceof Condition.Not not) {
            return not.of().stream().flatMap(ConclusionCheck::patterns);
        } else if (condition instanceof Condition.Exists exists) {
            return exists.of().stream().flatMap(ConclusionCheck::patterns);
        } else if (condition instanceof Condition.Forall forall) {
            return Stream.concat(Stream.of(forall.each()), forall.satisfies().stream());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate.over().stream();
        }
        return Stream.empty();
    }

    private void arguments(Conclusion conclusion, Scope scope) {
        List<Expression> given = conclusion.arguments();
        String shape = switch (conclusion.verb()) {
            case AWARD, DEDUCT -> "$points";
            case GATE, CAP -> "\"GRADE\"";
            case RECOMMEND -> "\"ACTION\"";
            case WAIVE -> "$finding, $share";
            case FLAG, HOLD, UNGRADED -> "";
        };
        int wanted = shape.isEmpty() ? 0 : shape.split(", ", -1).length;
        if (given.size() != wanted) {
            problems.add(
                    "language.verb-arguments",
                    conclusion.place(),
                    conclusion.verb().word(),
                    shape);
            return;
        }
        switch (conclusion.verb()) {
            case AWARD, DEDUCT -> decimal(given.get(0), scope);
            case GATE, CAP -> literal(conclusion, given.get(0), codes.names().grades(), shape);
            case RECOMMEND -> literal(conclusion, given.get(0), codes.names().actions(), shape);
            case WAIVE -> {
                finding(given.get(0), scope);
                decimal(given.get(1), scope);
            }
            case FLAG, HOLD, UNGRADED -> {}
        }
    }

    private void literal(Conclusion conclusion, Expression argument, Set<String> known, String shape) {
        String word = conclusion.verb().word();
        if (!(argument instanceof Expression.Text text)) {
            problems.add("language.verb-arguments", argument.place(), word, shape);
        } else if (!known.contains(text.value())) {
            String kind = conclusion.verb() == Verb.RECOMMEND ? "action" : "grade";
            problems.add("language.unknown-code", text.place(), text.value(), kind, Meant.by(text.value(), known));
        }
    }

    private void finding(Expression argument, Scope scope) {
        Optional<Typed> typed = typing.value(argument, scope);
        if (typed.isPresent() && !typed.get().origin().equals("Finding.id")) {
            problems.add("language.not-a-finding", argument.place());
        }
    }

    private void decimal(Expression argument, Scope scope) {
        Optional<Typed> typed = typing.value(argument, scope);
        if (typed.isEmpty()) {
            return;
        }
        if (!typed.get().is(ValueType.Kind.DECIMAL)) {
            problems.add(
                    typed.get().is(ValueType.Kind.FRACTION)
                            ? "language.fraction-outside-figures"
                            : "language.not-a-decimal",
                    argument.place(),
                    typed.get().type().label());
        } else if (typed.get().nullable()) {
            Optional<Expression> culprit =
                    Parts.of(argument).filter(e -> mayMiss(e, scope)).findFirst();
            missing(culprit.orElse(argument), scope);
        }
    }

    private static boolean mayMiss(Expression e, Scope scope) {
        return e instanceof Expression.Variable variable
                ? scope.variable(variable.name()).filter(Typed::nullable).isPresent()
                : e instanceof Expression.Call call
                        && Vocabulary.function(call.function())
                                .filter(f -> f.partial())
                                .isPresent();
    }

    private void missing(Expression culprit, Scope scope) {
        if (culprit instanceof Expression.Variable variable) {
            String origin = scope.variable(variable.name()).map(Typed::origin).orElse("");
            problems.add(
                    "language.variable-may-miss",
                    culprit.place(),
                    variable.name(),
                    origin.substring(origin.indexOf('.') + 1));
        } else {
            String name = culprit instanceof Expression.Call call ? call.function() : "";
            problems.add("language.call-may-miss", culprit.place(), name);
        }
    }
}
