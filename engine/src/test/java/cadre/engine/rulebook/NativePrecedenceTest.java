package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.facts.Ballot;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Vocabulary;
import cadre.engine.facts.VoterClass;
import cadre.engine.facts.Waiver;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The reader is common to both evaluators, so that they agree does not show that it reads as Drools would have: this does,
 * on the author's own text.
 */
class NativePrecedenceTest {
    private static final List<String> OF_WAIVERS = List.of(
            "motive || conditions && procedure",
            "motive && conditions || procedure",
            "( motive || conditions ) && procedure",
            "motive && ( conditions || procedure && nature )",
            "!motive || conditions && !procedure",
            "!motive && conditions || nature",
            "motive || conditions && procedure || nature && consequences",
            "motive == true && conditions != true || procedure == false",
            "motive, conditions || procedure",
            "motive || conditions, procedure && nature || recovery");

    private static final List<String> OF_BALLOTS = List.of(
            "excellent + competent * incompetent > ballots",
            "excellent * competent + incompetent > ballots",
            "( excellent + competent ) * incompetent > ballots",
            "voters - excellent - competent > incompetent",
            "voters - ( excellent - competent ) > incompetent",
            "voters - excellent + competent > ballots",
            "excellent * competent * incompetent >= voters + ballots",
            "excellent > competent && competent > incompetent || voters > ballots",
            "excellent > competent || competent > incompetent && voters > ballots",
            "excellent + competent == ballots - incompetent || excellent * competent != voters",
            "voterClass in ( VoterClass.PEERS, VoterClass.MASSES ) || excellent < competent && voters <= ballots",
            "voterClass == VoterClass.PEERS && excellent < competent || voterClass != VoterClass.MASSES",
            "$x : excellent > competent, $x > incompetent || voters < ballots");

    @Test
    void drools_and_the_reader_agree_on_how_tightly_operators_bind() {
        List<String> patterns = new ArrayList<>();
        OF_WAIVERS.forEach(terms -> patterns.add("Waiver( " + terms + " )"));
        OF_BALLOTS.forEach(terms -> patterns.add("Ballot( " + terms + " )"));
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            String heard = "\"" + i + " \" + $id";
            String text = RawDrools.text("raw", "", patterns.get(i).replaceFirst("\\(", "( \\$id : id,"), heard);
            files.put("raw/rule" + i + ".drl", text.replace("\"T\"", "\"T" + i + "\""));
        }
        List<Fact> facts = facts();
        List<Object> heard = RawDrools.files(files).heard(facts.toArray());

        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            Condition.Pattern pattern = read(patterns.get(i));
            for (Fact fact : facts) {
                if (Vocabulary.type(fact).name().equals(pattern.type()) && fits(pattern, fact)) {
                    expected.add(i + " " + fact.id());
                }
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Condition.Pattern read(String pattern) {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read(
                "t.drl", "rule \"T-01 T\"\nwhen\n" + pattern + "\nthen\nfindings.flag( );\nend", problems);
        assertThat(problems.all()).isEmpty();
        return (Condition.Pattern) file.rules().get(0).when().get(0);
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            facts.add(new Waiver(
                    "W-" + i,
                    "E-03",
                    "N-1",
                    BigDecimal.ONE,
                    LocalDate.of(2026, 5, 1),
                    bit(i, 0),
                    bit(i, 1),
                    bit(i, 2),
                    bit(i, 3),
                    bit(i, 4),
                    bit(i, 5)));
        }
        Random random = new Random(5);
        List<VoterClass> classes = List.of(VoterClass.values());
        for (int i = 0; i < 200; i++) {
            BigDecimal[] n = random.ints(6, 0, 5).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
            VoterClass voters = classes.get(random.nextInt(classes.size()));
            facts.add(new Ballot("B-" + i, voters, n[0], n[1], n[2], n[3], n[4], n[5]));
        }
        return facts;
    }

    private static boolean bit(int number, int place) {
        return (number >> place & 1) == 1;
    }

    private static boolean fits(Condition.Pattern pattern, Fact fact) {
        Map<String, Object> bound = new HashMap<>();
        for (Condition.Term term : pattern.terms()) {
            if (term instanceof Condition.Term.Binding binding) {
                bound.put(binding.variable(), component(binding.component(), fact));
            } else if (term instanceof Condition.Term.Test test
                    && !value(test.of(), fact, bound).equals(true)) {
                return false;
            }
        }
        return true;
    }

    private static Object component(String name, Fact fact) {
        return java.util.Objects.requireNonNull(
                Vocabulary.type(fact).component(name).orElseThrow().of(fact));
    }

    private static Object value(Expression e, Fact fact, Map<String, Object> bound) {
        if (e instanceof Expression.Or or) {
            return value(or.left(), fact, bound).equals(true)
                    || value(or.right(), fact, bound).equals(true);
        } else if (e instanceof Expression.And and) {
            return value(and.left(), fact, bound).equals(true)
                    && value(and.right(), fact, bound).equals(true);
        } else if (e instanceof Expression.Negation not) {
            return value(not.of(), fact, bound).equals(false);
        } else if (e instanceof Expression.Component component) {
            return component(component.name(), fact);
        } else if (e instanceof Expression.Variable variable) {
            return java.util.Objects.requireNonNull(bound.get(variable.name()));
        } else if (e instanceof Expression.Truth truth) {
            return truth.value();
        } else if (e instanceof Expression.Constant constant) {
            return VoterClass.valueOf(constant.name());
        } else if (e instanceof Expression.In in) {
            return in.options().stream().anyMatch(o -> value(o, fact, bound).equals(value(in.left(), fact, bound)));
        } else if (e instanceof Expression.Arithmetic sum) {
            BigDecimal left = (BigDecimal) value(sum.left(), fact, bound);
            BigDecimal right = (BigDecimal) value(sum.right(), fact, bound);
            return switch (sum.sign()) {
                case PLUS -> left.add(right);
                case MINUS -> left.subtract(right);
                case TIMES -> left.multiply(right);
                case MIN, MAX -> throw new IllegalArgumentException(e.toString());
            };
        } else if (e instanceof Expression.Comparison comparison) {
            return compared(comparison, value(comparison.left(), fact, bound), value(comparison.right(), fact, bound));
        }
        throw new IllegalArgumentException(e.toString());
    }

    private static boolean compared(Expression.Comparison comparison, Object left, Object right) {
        int order = left instanceof BigDecimal a ? a.compareTo((BigDecimal) right) : left.equals(right) ? 0 : 1;
        return switch (comparison.operator()) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
