package cadre.engine.wording;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule in plain words: what it asks, one condition after the other, and what follows. It says what the tree says and
 * nothing else; two rules with equal keys mean the same.
 *
 * @param asks conditions, in the order written, without those that only give a value
 * @param does conclusions, in the order written
 * @param parameters names of those it reads, its bound included, in the order of reading
 * @param says the sentence of a firing; a place in it is named by what stands there
 * @param saysKey the same for sentences that say the same, whatever variables are called
 */
public record Reading(List<Asked> asks, List<Phrase> does, List<String> parameters, Titles says, Titles saysKey) {
    /** Types of which every case has exactly one fact, so that matching it asks nothing. */
    private static final Set<String> ALWAYS = Set.of("Cadre", "Appraisal", "Result");

    private static final java.util.regex.Pattern PLACE = java.util.regex.Pattern.compile("\\{(\\$\\w+)\\}");

    public Reading {
        asks = List.copyOf(asks);
        does = List.copyOf(does);
        parameters = List.copyOf(parameters);
    }

    /** What a rule of this edition means. */
    public static Reading of(Rule rule, Edition edition) {
        return new Reader(rule, edition).read();
    }

    private static final class Reader {
        private final Rule rule;
        private final Speech english;
        private final Speech chinese;
        private final Matches matches;
        private final Map<String, Source> variables = new HashMap<>();
        private final Set<String> parameters = new LinkedHashSet<>();

        Reader(Rule rule, Edition edition) {
            this.rule = rule;
            this.english = new Speech(edition, Locale.ENGLISH);
            this.chinese = new Speech(edition, Locale.CHINESE);
            this.matches = new Matches(rule);
        }

        Reading read() {
            List<Asked> asks = new ArrayList<>();
            rule.when().forEach(condition -> condition(condition, asks));
            List<Phrase> does = rule.then().stream().map(this::conclusion).toList();
            if (rule.notes().atMost() != null) {
                parameters.add(rule.notes().atMost());
            }
            return new Reading(
                    asks,
                    does,
                    List.copyOf(parameters),
                    new Titles(
                            filled(rule.notes().says(), english),
                            filled(rule.notes().saysZh(), chinese)),
                    new Titles(keyed(rule.notes().says()), keyed(rule.notes().saysZh())));
        }

        private void condition(Condition condition, List<Asked> asks) {
            if (condition instanceof Condition.Given given) {
                parameters.add(given.parameter());
                variables.put(given.variable(), new Source.OfParameter(given.parameter()));
            } else if (condition instanceof Pattern pattern) {
                List<Phrase> tests = tests(List.of(pattern), variables, true);
                if (!tests.isEmpty() || !ALWAYS.contains(pattern.type())) {
                    asks.add(new Asked(head("fact", List.of(pattern), tests.isEmpty()), tests));
                }
            } else {
                asks.add(asked(condition, variables));
            }
        }

        private Asked asked(Condition condition, Map<String, Source> scope) {
            if (condition instanceof Condition.Not not) {
                return nested("not", not.of(), scope);
            } else if (condition instanceof Condition.Exists exists) {
                return nested("exists", exists.of(), scope);
            } else if (condition instanceof Condition.Forall forall) {
                return forall(forall, scope);
            } else if (condition instanceof Condition.Accumulate accumulate) {
                return accumulate(accumulate);
            }
            throw new IllegalArgumentException(condition.toString());
        }

        /** Conditions about several facts at once; what is nested more deeply stands as one of its tests. */
        private Asked nested(String kind, List<Condition> conditions, Map<String, Source> outside) {
            Map<String, Source> scope = new HashMap<>(outside);
            List<Pattern> patterns = conditions.stream()
                    .filter(Pattern.class::isInstance)
                    .map(Pattern.class::cast)
                    .toList();
            boolean bare = conditions.size() == 1;
            List<Phrase> tests = new ArrayList<>();
            for (Condition condition : conditions) {
                if (condition instanceof Pattern pattern) {
                    tests.addAll(tests(List.of(pattern), scope, bare));
                } else {
                    Asked inner = asked(condition, scope);
                    tests.add(new Phrase(inner.key(), inner.text()));
                }
            }
            return new Asked(head(patterns.isEmpty() ? kind + ".bare" : kind, patterns, tests.isEmpty()), tests);
        }

        private Asked forall(Condition.Forall forall, Map<String, Source> outside) {
            Map<String, Source> scope = new HashMap<>(outside);
            List<Phrase> each = tests(List.of(forall.each()), scope, true);
            List<Phrase> all = new ArrayList<>(each.stream()
                    .map(test -> phrase("for " + test.key(), s -> s.say("of-which", pick(s, test.text()))))
                    .toList());
            forall.satisfies().forEach(pattern -> {
                all.add(phrase(
                        "has " + matches.of(pattern).key(),
                        s -> s.say(
                                "is-there",
                                words(s, scope, matches.of(pattern), false).fact(matches.of(pattern)))));
                all.addAll(tests(List.of(pattern), scope, false));
            });
            return new Asked(head("forall", List.of(forall.each()), false), all);
        }

        private Asked accumulate(Condition.Accumulate accumulate) {
            Map<String, Source> scope = new HashMap<>(variables);
            List<Phrase> tests = new ArrayList<>(
                    tests(accumulate.over(), scope, accumulate.over().size() == 1));
            String over = tests.stream().map(Phrase::key).sorted().toList().toString();
            accumulate
                    .measures()
                    .forEach(measure -> variables.put(
                            measure.variable(),
                            new Source.OfMeasure(
                                    measure.function(),
                                    (Source.OfFact) Objects.requireNonNull(scope.get(measure.of())),
                                    over)));
            Asked asked = new Asked(head("accumulate", accumulate.over(), tests.isEmpty()), tests);
            accumulate.tests().forEach(test -> tests.addAll(test(test, variables, null, false)));
            return new Asked(asked.head(), tests);
        }

        private Phrase head(String kind, List<Pattern> patterns, boolean any) {
            String keys = patterns.stream()
                    .map(pattern ->
                            matches.of(pattern).key() + matches.of(pattern).code())
                    .sorted()
                    .collect(Collectors.joining(" and "));
            return phrase(kind + " " + keys, s -> {
                String facts = patterns.stream()
                        .map(pattern -> words(s, variables, null, false).fact(matches.of(pattern)))
                        .collect(Collectors.joining(s.say("and-fact")));
                return s.say("ask." + kind + (any ? ".any" : ""), facts);
            });
        }

        private List<Phrase> tests(List<Pattern> patterns, Map<String, Source> scope, boolean bare) {
            List<Phrase> found = new ArrayList<>();
            for (Pattern pattern : patterns) {
                Source.Matched own = matches.of(pattern);
                for (Condition.Term term : pattern.terms()) {
                    if (term instanceof Condition.Term.Binding b) {
                        scope.put(
                                b.variable(),
                                new Source.OfFact(
                                        own, own.type().component(b.component()).orElseThrow()));
                    }
                }
                List<Expression> asked = new ArrayList<>();
                for (Condition.Term term : pattern.terms()) {
                    if (term instanceof Condition.Term.Test test) {
                        Matches.conjuncts(test.of())
                                .filter(each -> !Matches.code(each).equals(Optional.of(own.code())))
                                .forEach(asked::add);
                    }
                }
                found.addAll(tests(asked, scope, own, bare));
            }
            return found;
        }

        /** What is asked one after the other; a day on or after the first and on or before the last is one in the period. */
        private List<Phrase> tests(
                List<Expression> asked, Map<String, Source> scope, Source.Matched own, boolean bare) {
            List<Phrase> found = new ArrayList<>();
            List<Expression> told = new ArrayList<>();
            for (Expression e : asked) {
                Optional<Expression> last = period(e, asked, scope);
                if (last.isPresent()) {
                    Canonical canonical = new Canonical(Map.copyOf(scope), own);
                    String key = Stream.of(canonical.of(e), canonical.of(last.get()))
                            .sorted()
                            .collect(Collectors.joining(" and "));
                    Map<String, Source> known = Map.copyOf(scope);
                    found.add(phrase(
                            key,
                            s -> s.say(
                                    "in-period",
                                    new ExpressionWords(s, known, own, bare).of(((Expression.Comparison) e).left()))));
                    told.add(last.get());
                } else if (!told.contains(e)) {
                    found.addAll(test(e, scope, own, bare));
                }
            }
            return found;
        }

        /** For a comparison with the first day of the period the one of the same component with its last day, after it. */
        private static Optional<Expression> period(Expression e, List<Expression> asked, Map<String, Source> scope) {
            return day(e, Expression.Operator.AT_LEAST, "from", scope)
                    .flatMap(component -> asked.stream()
                            .skip(asked.indexOf(e) + 1L)
                            .filter(other -> day(other, Expression.Operator.AT_MOST, "to", scope)
                                    .equals(Optional.of(component)))
                            .findFirst());
        }

        /** The component that a comparison holds against this day of the appraisal. */
        private static Optional<String> day(
                Expression e, Expression.Operator operator, String day, Map<String, Source> scope) {
            return e instanceof Expression.Comparison c
                            && c.operator() == operator
                            && c.left() instanceof Expression.Component component
                            && c.right() instanceof Expression.Variable variable
                            && scope.get(variable.name()) instanceof Source.OfFact fact
                            && fact.fact().type().name().equals("Appraisal")
                            && fact.component().name().equals(day)
                    ? Optional.of(component.name())
                    : Optional.empty();
        }

        /** What stands between && is asked one after the other. */
        private List<Phrase> test(Expression e, Map<String, Source> scope, Source.@Nullable Matched own, boolean bare) {
            if (e instanceof Expression.And and) {
                List<Phrase> both = new ArrayList<>(test(and.left(), scope, own, bare));
                both.addAll(test(and.right(), scope, own, bare));
                return both;
            }
            Map<String, Source> known = Map.copyOf(scope);
            return List.of(
                    phrase(new Canonical(known, own).of(e), s -> new ExpressionWords(s, known, own, bare).test(e)));
        }

        private Phrase conclusion(Conclusion conclusion) {
            Canonical canonical = new Canonical(variables, null);
            String key = conclusion.verb().word()
                    + conclusion.arguments().stream().map(canonical::of).toList();
            Source.@Nullable Matched sole = sole();
            if (conclusion.verb() == Conclusion.Verb.AWARD || conclusion.verb() == Conclusion.Verb.DEDUCT) {
                return phrase(
                        key,
                        s -> words(s, variables, sole, sole != null)
                                .points(
                                        conclusion.verb().word(),
                                        conclusion.arguments().get(0)));
            }
            return phrase(key, s -> {
                Object[] arguments = conclusion.arguments().stream()
                        .map(argument -> argument(conclusion, argument, s))
                        .toArray();
                boolean alone =
                        conclusion.verb() != Conclusion.Verb.FLAG || rule.then().size() == 1;
                return s.say("do." + conclusion.verb().word() + (alone ? "" : ".also"), arguments);
            });
        }

        /** The one fact that variables stand for, if it is one: its components need not say whose they are. */
        private Source.@Nullable Matched sole() {
            List<Source.Matched> facts = variables.values().stream()
                    .filter(Source.OfFact.class::isInstance)
                    .map(source -> ((Source.OfFact) source).fact())
                    .filter(fact -> !ALWAYS.contains(fact.type().name()))
                    .distinct()
                    .toList();
            boolean counted = variables.values().stream().anyMatch(Source.OfMeasure.class::isInstance);
            return facts.size() == 1 && !counted ? facts.get(0) : null;
        }

        private String argument(Conclusion conclusion, Expression argument, Speech speech) {
            if (argument instanceof Expression.Text text) {
                return conclusion.verb() == Conclusion.Verb.RECOMMEND
                        ? speech.action(text.value())
                        : speech.grade(text.value());
            }
            return words(speech, variables, null, false).of(argument);
        }

        private String filled(String sentence, Speech speech) {
            return PLACE.matcher(sentence)
                    .replaceAll(found -> Matcher.quoteReplacement(speech.say(
                            "place",
                            words(speech, variables, null, false)
                                    .filled(new Expression.Variable(found.group(1), rule.place())))));
        }

        private String keyed(String sentence) {
            return PLACE.matcher(sentence).replaceAll(found -> {
                Source source = variables.get(found.group(1));
                return Matcher.quoteReplacement("{" + (source == null ? found.group(1) : source.key()) + "}");
            });
        }

        private static ExpressionWords words(
                Speech speech, Map<String, Source> scope, Source.@Nullable Matched own, boolean bare) {
            return new ExpressionWords(speech, scope, own, bare);
        }

        private static String pick(Speech speech, Titles titles) {
            return speech.of(titles);
        }

        private Phrase phrase(String key, Function<Speech, String> text) {
            return new Phrase(key, new Titles(text.apply(english), text.apply(chinese)));
        }
    }
}
