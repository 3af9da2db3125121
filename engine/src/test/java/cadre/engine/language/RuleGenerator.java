package cadre.engine.language;

import static cadre.engine.language.ExpressionGenerator.NOWHERE;

import cadre.engine.facts.FactType;
import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Condition.Function;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes rule files that pass the checker and, taken together, use every construct of the language. */
public final class RuleGenerator {
    private final Names names;

    /** For an edition that has these names: at least one decimal parameter, and one of everything else. */
    public RuleGenerator(Names names) {
        this.names = names;
    }

    /** Files of so many rules, with ids G-1, G-2, ... The text of each rule is canonical; its places mean nothing. */
    public Arbitrary<RuleFile> files(int rules) {
        return Arbitraries.randomValue(random -> file(random, rules));
    }

    /** The same file for the same state of the source of chance. */
    public RuleFile file(Random random, int rules) {
        List<String> ids =
                IntStream.rangeClosed(1, rules).mapToObj(i -> "G-" + i).toList();
        return new RuleFile(
                "generated.drl", ids.stream().map(id -> rule(random, id, ids)).toList());
    }

    private Rule rule(Random random, String id, List<String> ids) {
        while (true) {
            Rule rule = new Draft(random, Set.copyOf(ids)).rule(id);
            if (JoinCost.of(rule) <= Limits.COST) {
                return new Rule(
                        rule.id(),
                        rule.notes(),
                        rule.stratum(),
                        rule.when(),
                        rule.then(),
                        rule.place(),
                        RuleText.of(rule).strip());
            }
        }
    }

    /** One rule in the making. */
    private final class Draft {
        private final Random random;
        private final ExpressionGenerator expressions;
        private final Stratum stratum;
        private int variables;
        private boolean unverified;
        private Scope scope = Scope.EMPTY;

        Draft(Random random, Set<String> criteria) {
            this.random = random;
            this.expressions = new ExpressionGenerator(names, criteria, random);
            this.stratum = chance(50) ? Stratum.ASSESS : pick(Arrays.asList(Stratum.values()));
        }

        private <T> T pick(List<T> from) {
            return expressions.pick(from);
        }

        private boolean chance(int percent) {
            return expressions.chance(percent);
        }

        private String variable() {
            return "$v" + variables++;
        }

        Rule rule(String id) {
            List<Condition> when = new ArrayList<>();
            int givens = random.nextInt(3);
            for (int i = 0; i < givens; i++) {
                when.add(given());
            }
            int parts = 1 + random.nextInt(3);
            for (int i = 0; i < parts; i++) {
                when.add(condition(i == 0));
            }
            List<Conclusion> then = conclusions();
            boolean points = then.stream().anyMatch(c -> c.verb() == Verb.AWARD || c.verb() == Verb.DEDUCT);
            return new Rule(id, notes(points), stratum, when, then, NOWHERE, "");
        }

        private Condition given() {
            Map.Entry<String, ValueType> parameter = pick(names.parameters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList());
            String variable = variable();
            scope = scope.with(variable, Optional.of(Typed.of(parameter.getValue())));
            return new Condition.Given(parameter.getKey(), variable, NOWHERE);
        }

        private Condition condition(boolean first) {
            int kind = first ? random.nextInt(6) : random.nextInt(10);
            return switch (kind) {
                case 6 -> inner(() -> new Condition.Not(several(1), NOWHERE));
                case 7 -> inner(() -> new Condition.Exists(several(1), NOWHERE));
                case 8 -> inner(() -> new Condition.Forall(pattern(), List.of(pattern()), NOWHERE));
                case 5, 9 -> accumulate();
                default -> pattern();
            };
        }

        /** What is bound inside cannot be named after it. */
        private <T> T inner(java.util.function.Supplier<T> making) {
            Scope outer = scope;
            T made = making.get();
            scope = outer;
            return made;
        }

        private List<Condition> several(int depth) {
            List<Condition> conditions = new ArrayList<>();
            conditions.add(pattern());
            if (depth < 3 && chance(40)) {
                conditions.add(
                        switch (random.nextInt(3)) {
                            case 0 -> inner(() -> new Condition.Not(several(depth + 1), NOWHERE));
                            case 1 -> inner(() -> new Condition.Exists(several(depth + 1), NOWHERE));
                            default -> pattern();
                        });
            }
            return conditions;
        }

        private Condition accumulate() {
            Scope outer = scope;
            List<Pattern> over = new ArrayList<>(List.of(pattern()));
            if (chance(30)) {
                over.add(pattern());
            }
            Set<String> own = new TreeSet<>(scope.variables());
            own.removeAll(outer.variables());
            if (own.isEmpty()) {
                scope = outer;
                return pattern();
            }
            Scope inside = scope;
            scope = outer;
            List<String> decimals = own.stream()
                    .filter(v -> inside.variable(v).orElseThrow().is(ValueType.Kind.DECIMAL))
                    .toList();
            List<Measure> measures = new ArrayList<>();
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                String of = pick(decimals.isEmpty() || chance(20) ? List.copyOf(own) : decimals);
                Function function = decimals.contains(of) ? pick(Arrays.asList(Function.values())) : Function.COUNT;
                String variable = variable();
                measures.add(new Measure(variable, function, of, NOWHERE));
                scope = scope.with(variable, Optional.of(Typed.of(ValueType.DECIMAL)));
            }
            List<Expression> tests = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> expressions.test(scope, Set.of(), 1))
                    .flatMap(Optional::stream)
                    .toList();
            return new Condition.Accumulate(over, measures, tests, NOWHERE);
        }

        private Pattern pattern() {
            FactType type = type();
            unverified |= type.name().equals("Unverified");
            Scope inside = scope.inside(type);
            List<Term> terms = new ArrayList<>();
            Set<String> own = new HashSet<>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                if (chance(50)) {
                    Component component = pick(ExpressionGenerator.visible(type));
                    if (component.nullable() && chance(60)) {
                        terms.add(asksFor(component));
                    }
                    String variable = variable();
                    terms.add(new Term.Binding(variable, component.name(), NOWHERE));
                    own.add(variable);
                    inside = inside.with(variable, inside.component(component.name()));
                } else {
                    expressions.test(inside, own, 2).ifPresent(test -> terms.add(new Term.Test(test, NOWHERE)));
                }
            }
            Pattern pattern = new Pattern(type.name(), terms, NOWHERE);
            scope = settled(pattern, inside);
            return pattern;
        }

        private Term asksFor(Component component) {
            return new Term.Test(
                    new Expression.Comparison(
                            Expression.Operator.UNEQUAL,
                            new Expression.Component(component.name(), NOWHERE),
                            new Expression.Nothing(NOWHERE),
                            NOWHERE),
                    NOWHERE);
        }

        private Scope settled(Pattern pattern, Scope inside) {
            Scope after = inside;
            for (Term term : pattern.terms()) {
                if (term instanceof Term.Binding binding) {
                    after = after.with(binding.variable(), inside.bound(binding, pattern));
                }
            }
            return after.outside();
        }

        private FactType type() {
            List<String> preferred = switch (stratum) {
                case ASSESS -> List.of("Indicator", "Incident", "Lead", "Survey", "Ballot");
                case ADJUST -> List.of("Finding", "Waiver");
                case GRADE -> List.of("Finding", "DimensionScore");
                case USE -> List.of("Result", "DimensionScore", "Finding", "PriorGrade");
            };
            if (chance(50)) {
                return Vocabulary.type(pick(preferred)).orElseThrow();
            }
            List<FactType> all = new ArrayList<>(Vocabulary.lists().values());
            all.add(Vocabulary.type("Cadre").orElseThrow());
            all.add(Vocabulary.type("Appraisal").orElseThrow());
            if (chance(20)) {
                return Vocabulary.type("Unverified").orElseThrow();
            }
            return pick(all);
        }

        private List<Conclusion> conclusions() {
            List<Conclusion> conclusions = new ArrayList<>();
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                conclusions.add(conclusion());
            }
            return conclusions;
        }

        private Conclusion conclusion() {
            List<String> findings = scope.variables().stream()
                    .filter(v -> scope.variable(v).orElseThrow().origin().equals("Finding.id"))
                    .toList();
            List<Verb> verbs = new ArrayList<>(
                    switch (stratum) {
                        case ASSESS ->
                            List.of(
                                    Verb.AWARD,
                                    Verb.AWARD,
                                    Verb.DEDUCT,
                                    Verb.DEDUCT,
                                    Verb.GATE,
                                    Verb.CAP,
                                    Verb.FLAG,
                                    Verb.HOLD,
                                    Verb.UNGRADED);
                        case ADJUST ->
                            findings.isEmpty()
                                    ? List.of(Verb.HOLD, Verb.FLAG)
                                    : List.of(Verb.WAIVE, Verb.WAIVE, Verb.HOLD, Verb.FLAG);
                        case GRADE -> List.of(Verb.GATE, Verb.CAP, Verb.FLAG, Verb.HOLD);
                        case USE -> List.of(Verb.RECOMMEND, Verb.FLAG);
                    });
            if (unverified) {
                verbs.removeIf(v -> v != Verb.HOLD && v != Verb.FLAG);
            }
            Verb verb = pick(verbs);
            return new Conclusion(
                    verb,
                    switch (verb) {
                        case AWARD, DEDUCT -> List.of(expressions.points(scope));
                        case GATE, CAP -> List.of(text(names.grades()));
                        case RECOMMEND -> List.of(text(names.actions()));
                        case WAIVE ->
                            List.of(new Expression.Variable(pick(findings), NOWHERE), expressions.share(scope));
                        case FLAG, HOLD, UNGRADED -> List.of();
                    },
                    NOWHERE);
        }

        private Expression text(Set<String> codes) {
            return new Expression.Text(pick(List.copyOf(new TreeSet<>(codes))), NOWHERE);
        }

        private Notes notes(boolean points) {
            String said = scope.variables().stream().map(v -> "{" + v + "}").collect(Collectors.joining(", "));
            List<String> bounds = names.parameters().entrySet().stream()
                    .filter(p -> p.getValue().equals(ValueType.DECIMAL))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return new Notes(
                    "Generated",
                    "生成的规则",
                    "practice",
                    points ? pick(List.copyOf(new TreeSet<>(names.dimensions()))) : null,
                    points && chance(30) ? pick(bounds) : null,
                    "Found " + said,
                    "认定：" + said);
        }
    }
}
