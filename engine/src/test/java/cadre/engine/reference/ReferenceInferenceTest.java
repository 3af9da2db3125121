package cadre.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.document.Place;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Notes;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The meaning of trees, built by hand, so that no reader stands between the test and what is tested. */
class ReferenceInferenceTest {
    private static final Place HERE = Place.at("test.drl", 1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-12-31");

    private static final Condition.Given POINTS = new Condition.Given("deduction", "$points", HERE);
    private static final Conclusion DEDUCT = conclude(Conclusion.Verb.DEDUCT, variable("$points"));

    @Test
    void fires_once_for_each_fact_and_says_on_which_with_which_values() {
        Rule rule = rule(
                List.of(POINTS, pattern("Incident", bind("$s", "severity"), same("family", "ecological"))), DEDUCT);

        List<Firing> firings =
                run(rule, incident("N-1", "ecological"), incident("N-2", "safety"), incident("N-3", "ecological"));

        assertThat(firings).extracting(Firing::facts).containsExactly(List.of("N-1"), List.of("N-3"));
        assertThat(firings.get(0).bound())
                .isEqualTo(Map.of("points", new BigDecimal("5"), "s", Severity.SERIOUS))
                .doesNotContainKey("$points");
        assertThat(firings.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("E-03:N-1#0");
            assertThat(finding.points()).isEqualByComparingTo("-5");
            assertThat(finding.subject()).containsExactly("N-1");
        });
    }

    @Test
    void a_comparison_with_a_missing_value_is_false_whatever_the_operator() {
        for (Expression.Operator operator : Expression.Operator.values()) {
            Condition condition = pattern("Indicator", compare(operator, component("actual"), component("target")));
            assertThat(run(rule(List.of(condition), FLAG), indicator("I-1", "10", null)))
                    .as(operator.sign())
                    .isEmpty();
        }
    }

    @Test
    void null_can_be_asked_for() {
        Condition missing = pattern(
                "Indicator", compare(Expression.Operator.EQUAL, component("target"), new Expression.Nothing(HERE)));
        Condition present = pattern(
                "Indicator", compare(Expression.Operator.UNEQUAL, component("target"), new Expression.Nothing(HERE)));

        assertThat(run(rule(List.of(missing), FLAG), indicator("I-1", "10", null), indicator("I-2", "10", "9")))
                .extracting(Firing::facts)
                .containsExactly(List.of("I-1"));
        assertThat(run(rule(List.of(present), FLAG), indicator("I-1", "10", null), indicator("I-2", "10", "9")))
                .extracting(Firing::facts)
                .containsExactly(List.of("I-2"));
    }

    @Test
    void decimals_are_compared_by_value() {
        Condition reached =
                pattern("Indicator", compare(Expression.Operator.EQUAL, component("actual"), component("target")));
        assertThat(run(rule(List.of(reached), FLAG), indicator("I-1", "0.70", "0.7")))
                .hasSize(1);
    }

    @Test
    void not_exists_and_forall_ask_without_counting() {
        Condition ecological = pattern("Incident", same("family", "ecological"));
        Rule none = rule(List.of(new Condition.Not(List.of(ecological), HERE)), FLAG);
        Rule some = rule(List.of(new Condition.Exists(List.of(ecological), HERE)), FLAG);
        Rule all = rule(
                List.of(new Condition.Forall(
                        pattern("Incident", bind("$f", "family")),
                        List.of(pattern(
                                "Indicator", compare(Expression.Operator.EQUAL, component("code"), variable("$f")))),
                        HERE)),
                FLAG);

        assertThat(run(none)).hasSize(1);
        assertThat(run(none, incident("N-1", "ecological"))).isEmpty();
        assertThat(run(some, incident("N-1", "ecological"), incident("N-2", "ecological")))
                .singleElement()
                .extracting(Firing::facts)
                .isEqualTo(List.of());
        assertThat(run(all, incident("N-1", "air"), indicator("I-1", "1", null)))
                .hasSize(1);
        assertThat(run(all, incident("N-1", "air"), incident("N-2", "water"), indicator("I-1", "1", null)))
                .isEmpty();
    }

    @Test
    void accumulates_count_what_is_there_and_name_the_facts_counted() {
        Condition counted = new Condition.Accumulate(
                List.of(pattern("Indicator", bind("$t", "target"))),
                List.of(
                        new Condition.Measure("$n", Condition.Function.COUNT, "$t", HERE),
                        new Condition.Measure("$sum", Condition.Function.SUM, "$t", HERE)),
                List.of(),
                HERE);

        Firing firing = run(
                        rule(List.of(counted), FLAG),
                        indicator("I-3", "1", "2.5"),
                        indicator("I-2", "1", null),
                        indicator("I-1", "1", "0.5"))
                .get(0);

        assertThat(firing.facts()).containsExactly("I-1", "I-3");
        assertThat((BigDecimal) firing.bound().get("n")).isEqualByComparingTo("2");
        assertThat((BigDecimal) firing.bound().get("sum")).isEqualByComparingTo("3");
    }

    @Test
    void nothing_sums_to_zero_and_has_no_least() {
        assertThat(run(rule(List.of(measured(Condition.Function.SUM)), FLAG))).hasSize(1);
        assertThat(run(rule(List.of(measured(Condition.Function.COUNT)), FLAG))).hasSize(1);
        assertThat(run(rule(List.of(measured(Condition.Function.MIN)), FLAG))).isEmpty();
        assertThat(run(rule(List.of(measured(Condition.Function.MAX)), FLAG))).isEmpty();
    }

    @Test
    void negative_points_and_impossible_shares_fail() {
        Expression negative = new Expression.Unary(Expression.UnaryFunction.NEGATE, variable("$points"), HERE);
        assertThatThrownBy(() -> run(rule(List.of(POINTS), conclude(Conclusion.Verb.AWARD, negative))))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("E-03");
        assertThatThrownBy(() -> run(rule(
                        List.of(POINTS),
                        conclude(Conclusion.Verb.WAIVE, new Expression.Text("x", HERE), variable("$points")))))
                .isInstanceOf(RuleFailed.class);
    }

    @Test
    void stops_at_its_limit() {
        Rule rule = rule(List.of(pattern("Incident"), pattern("Incident")), FLAG);
        ReferenceInference inference =
                new ReferenceInference(edition(rule), DAY, new FiringLimits(8, Duration.ofMinutes(1)));
        for (int i = 0; i < 3; i++) {
            inference.insert(incident("N-" + i, "air"));
        }
        assertThatThrownBy(() -> inference.fire(Stratum.ASSESS)).isInstanceOf(RuleFailed.class);
    }

    private static final Conclusion FLAG = conclude(Conclusion.Verb.FLAG);

    private static List<Firing> run(Rule rule, cadre.engine.facts.Fact... facts) {
        ReferenceInference inference = new ReferenceInference(edition(rule), DAY, FiringLimits.DEFAULT);
        List.of(facts).forEach(inference::insert);
        return inference.fire(Stratum.ASSESS);
    }

    private static Condition measured(Condition.Function function) {
        return new Condition.Accumulate(
                List.of(pattern("Indicator", bind("$a", "actual"))),
                List.of(new Condition.Measure("$m", function, "$a", HERE)),
                List.of(),
                HERE);
    }

    private static Rule rule(List<Condition> when, Conclusion then) {
        Notes notes = new Notes("Test", "测试", "practice", "ecological", null, "said", "说");
        return new Rule("E-03", notes, Stratum.ASSESS, when, List.of(then), HERE, "");
    }

    private static Condition.Pattern pattern(String type, Condition.Term... terms) {
        return new Condition.Pattern(type, List.of(terms), HERE);
    }

    private static Condition.Term bind(String variable, String component) {
        return new Condition.Term.Binding(variable, component, HERE);
    }

    private static Condition.Term same(String component, String text) {
        return compare(Expression.Operator.EQUAL, component(component), new Expression.Text(text, HERE));
    }

    private static Condition.Term compare(Expression.Operator operator, Expression left, Expression right) {
        return new Condition.Term.Test(new Expression.Comparison(operator, left, right, HERE), HERE);
    }

    private static Expression component(String name) {
        return new Expression.Component(name, HERE);
    }

    private static Expression variable(String name) {
        return new Expression.Variable(name, HERE);
    }

    private static Conclusion conclude(Conclusion.Verb verb, Expression... arguments) {
        return new Conclusion(verb, List.of(arguments), HERE);
    }

    private static Incident incident(String id, String family) {
        return new Incident(id, family, Severity.SERIOUS, DAY, null);
    }

    private static Indicator indicator(String id, String actual, @Nullable String target) {
        return new Indicator(
                id, "air", new BigDecimal(actual), target == null ? null : new BigDecimal(target), null, null, "d");
    }

    private static Edition edition(Rule... rules) {
        return new Edition(
                "2026",
                "2026.1",
                new Titles("Test", "测试"),
                LocalDate.parse("2026-01-01"),
                null,
                List.of(),
                List.of(),
                List.of(),
                new Edition.Rounding(2, RoundingMode.HALF_UP),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(
                        "deduction",
                        new Edition.ParameterLine(
                                "deduction",
                                new Titles("Deduction", "扣分"),
                                "points",
                                List.of(new Edition.DatedValue(
                                        LocalDate.parse("2026-01-01"), new BigDecimal("5"), "practice")))),
                Map.of(),
                List.of(new RuleFile("test.drl", List.of(rules))),
                "sha256:0");
    }
}
