package cadre.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.Stratum;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

class RuleTextTest {
    private static final RuleGenerator GENERATOR = new RuleGenerator(SampleNames.NAMES);
    private static final RecursiveComparisonConfiguration PLACES_APART = RecursiveComparisonConfiguration.builder()
            .withIgnoredFieldsOfTypes(Place.class)
            .withStrictTypeChecking(true)
            .build();

    @Provide
    Arbitrary<RuleFile> files() {
        return GENERATOR.files(3);
    }

    @Property(tries = 400)
    void what_is_printed_reads_back_as_the_same_tree(@ForAll("files") RuleFile file) {
        Problems problems = new Problems();
        RuleFile read = RuleReader.read(file.name(), RuleText.of(file), problems);
        assertThat(problems.all()).isEmpty();
        assertThat(read).usingRecursiveComparison(PLACES_APART).isEqualTo(file);
    }

    @Property(tries = 400)
    void generated_rules_pass_the_checker(@ForAll("files") RuleFile file) {
        Problems problems = new Problems();
        RuleChecker.check(List.of(file), SampleNames.NAMES, problems);
        assertThat(problems.all()).as(RuleText.of(file)).isEmpty();
    }

    @Test
    void generated_rules_use_every_construct() {
        RuleFile file = GENERATOR.file(new Random(7), 500);
        Set<String> used = new TreeSet<>();
        for (Rule rule : file.rules()) {
            used.add(rule.stratum().name());
            rule.when().stream().flatMap(RuleTextTest::inside).forEach(c -> {
                used.add(c.getClass().getSimpleName());
                if (c instanceof Condition.Accumulate accumulate) {
                    accumulate.measures().forEach(m -> used.add(m.function().name()));
                    accumulate.tests().forEach(t -> parts(t, used));
                }
                if (c instanceof Condition.Pattern pattern) {
                    pattern.terms().forEach(t -> {
                        used.add(t.getClass().getSimpleName());
                        if (t instanceof Condition.Term.Test test) {
                            parts(test.of(), used);
                        }
                    });
                }
            });
            rule.then().forEach(c -> {
                used.add(c.verb().name());
                c.arguments().forEach(a -> parts(a, used));
            });
        }
        assertThat(used)
                .containsAll(names(Stratum.values()))
                .containsAll(names(Conclusion.Verb.values()))
                .containsAll(names(Condition.Function.values()))
                .containsAll(names(Expression.Operator.values()))
                .containsAll(names(Expression.Sign.values()))
                .containsAll(names(Expression.UnaryFunction.values()))
                .containsAll(simpleNames(Expression.class))
                .containsAll(simpleNames(Condition.Term.class))
                .containsAll(simpleNames(Condition.class));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> simpleNames(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    private static Stream<Condition> inside(Condition condition) {
        Stream<Condition> within = Stream.empty();
        if (condition instanceof Condition.Not not) {
            within = not.of().stream();
        } else if (condition instanceof Condition.Exists exists) {
            within = exists.of().stream();
        } else if (condition instanceof Condition.Forall || condition instanceof Condition.Accumulate) {
            within = ConclusionCheck.patterns(condition).map(p -> p);
        }
        return Stream.concat(Stream.of(condition), within.flatMap(RuleTextTest::inside));
    }

    private static void parts(Expression expression, Set<String> used) {
        Parts.of(expression).forEach(e -> {
            used.add(e.getClass().getSimpleName());
            if (e instanceof Expression.Comparison comparison) {
                used.add(comparison.operator().name());
            } else if (e instanceof Expression.Arithmetic arithmetic) {
                used.add(arithmetic.sign().name());
            } else if (e instanceof Expression.Unary unary) {
                used.add(unary.function().name());
            }
        });
    }
}
