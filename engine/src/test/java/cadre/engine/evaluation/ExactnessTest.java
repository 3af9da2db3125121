package cadre.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.facts.Ballot;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.VoterClass;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is just reached is reached, in Drools and in the reference alike. */
class ExactnessTest {
    private static final String RULES = """
            rule "X-01 Target reached"
                @dimension("one") @title_zh("达标") @basis("practice") @says("{$a}") @says_zh("{$a}")
            when
                Indicator( target != null, actual >= target, $a : actual )
            then
                findings.award( 1 );
            end

            rule "X-02 Limit kept"
                @title_zh("限值") @basis("practice") @says("{$a}") @says_zh("{$a}")
            when
                Parameter( name == "limit", $limit : value )
                Indicator( unit == "limited", actual <= $limit, $a : actual )
            then
                findings.flag( );
            end

            rule "X-03 Two thirds"
                @title_zh("三分之二") @basis("practice") @says("{$e}") @says_zh("{$e}")
            when
                Parameter( name == "two-thirds", $two : value )
                Ballot( Figures.reaches( excellent, ballots, $two ), $e : excellent )
            then
                findings.cap( "COMPETENT" );
            end

            rule "X-04 Exactly so many points"
                @dimension("one") @title_zh("分") @basis("practice") @says("{$a}") @says_zh("{$a}")
            when
                Indicator( unit == "points", $a : actual )
            then
                findings.award( $a );
            end
            """;

    private static final Edition EDITION = SmallEdition.ofRules(RULES)
            .startingAt("84")
            .parameter("limit", new BigDecimal("0.3"))
            .parameter("two-thirds", new Fraction(BigInteger.TWO, BigInteger.valueOf(3)))
            .edition();

    private static final List<Evaluator> BOTH = List.of(
            SmallEdition.evaluator(
                    EDITION,
                    Rulebook.load(Rulebook.compile(EDITION, Map.of()), EDITION).inferences()),
            SmallEdition.evaluator(EDITION, (day, limits) -> new ReferenceInference(EDITION, day, limits)));

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, true",
        "0.10, 0.1, true",
        "0.7, 0.70, true",
        "79.995, 79.995, true",
        "79.9949999999999999999999999999999999999999, 79.995, false",
        "0.3000000000000000000000000000000000000001, 0.3, true",
        "1E+2, 100.0, true"
    })
    void an_actual_equal_to_its_target_counts_as_reached(String actual, String target, boolean reached) {
        fires("X-01", reached, new Indicator("I-1", "c", number(actual), number(target), null, null, "d"));
    }

    @ParameterizedTest
    @CsvSource({"0.3, true", "0.300, true", "0.30000000000000001, false", "0.1, true"})
    void a_parameter_printed_into_a_rule_is_the_exact_decimal(String actual, boolean kept) {
        fires("X-02", kept, new Indicator("I-1", "c", number(actual), null, null, null, "limited"));
    }

    @ParameterizedTest
    @CsvSource({"200, 300, true", "199, 300, false", "201, 300, true", "2, 3, true", "66, 100, false", "67, 100, true"})
    void two_thirds_are_counted_to_the_single_vote(String votes, String ballots, boolean reached) {
        BigDecimal all = number(ballots);
        BigDecimal none = BigDecimal.ZERO;
        fires("X-03", reached, new Ballot("B-1", VoterClass.SUPERIORS, all, all, number(votes), none, none, none));
    }

    @ParameterizedTest
    @CsvSource({
        "10, EXCELLENT, 90.00",
        "9.99, COMPETENT, 89.99",
        "9.995, EXCELLENT, 90.00",
        "9.994999, COMPETENT, 89.99"
    })
    void a_total_exactly_on_a_band_gets_that_grade(String points, String grade, String total) {
        CaseFile caseFile = Facts.caseFile(Facts.indicator("I-1", points, "points"));
        for (Evaluator evaluator : BOTH) {
            Outcome outcome = evaluator.evaluate(caseFile);
            assertThat(outcome.total()).isEqualTo(new BigDecimal(total));
            assertThat(outcome.grade()).isEqualTo(grade);
        }
    }

    private static void fires(String criterion, boolean expected, Fact fact) {
        for (Evaluator evaluator : BOTH) {
            Outcome outcome = evaluator.evaluate(Facts.caseFile(fact));
            assertThat(outcome.firings().stream()
                            .anyMatch(firing -> firing.criterion().equals(criterion)))
                    .isEqualTo(expected);
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
