package cadre.engine.rulebook;

import static cadre.engine.rulebook.Given.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Finding;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inference;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final String INCIDENT = """
            Parameter( name == "deduction", $points : value )
            Incident( family == "ecological", $severity : severity, $on : on )
            """;

    private static final String INCIDENT_ALONE = "Incident( family == \"ecological\" )";

    private static Criteria deduction() {
        return Criteria.given("deduction", "5").rule("E-03", INCIDENT, "findings.deduct( $points );");
    }

    @Test
    void a_firing_has_its_facts_values_and_findings() {
        List<Firing> firings = deduction().firings(incident("N-1", Severity.SERIOUS, "2026-05-01"));
        assertThat(firings).singleElement().satisfies(firing -> {
            assertThat(firing.rule().id()).isEqualTo("E-03");
            assertThat(firing.facts()).containsExactly("N-1");
            assertThat(firing.bound().entrySet())
                    .extracting(Object::toString)
                    .containsExactly("points=5", "severity=SERIOUS", "on=2026-05-01");
            assertThat(firing.findings()).extracting("points").containsExactly(new BigDecimal("-5"));
        });
    }

    @Test
    void values_are_not_kept_when_nobody_wants_them() {
        try (Inference run = deduction().rulebook().open(Criteria.LAST_DAY, FiringLimits.DEFAULT, false)) {
            run.insert(incident("N-1", Severity.SERIOUS, "2026-05-01"));
            assertThat(run.fire(Stratum.ASSESS))
                    .singleElement()
                    .satisfies(firing -> assertThat(firing.bound()).isEmpty());
        }
    }

    @Test
    void a_parameter_has_its_value_of_the_last_day() {
        Rulebook rulebook = Criteria.given("deduction", "5")
                .from(LocalDate.of(2026, 7, 1), "deduction", "7")
                .rule("E-03", INCIDENT, "findings.deduct( $points );")
                .rulebook();
        assertThat(points(rulebook, LocalDate.of(2026, 6, 30))).isEqualTo("-5");
        assertThat(points(rulebook, LocalDate.of(2026, 7, 1))).isEqualTo("-7");
        assertThatThrownBy(() -> rulebook.open(LocalDate.of(2025, 12, 31), FiringLimits.DEFAULT, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BigDecimal points(Rulebook rulebook, LocalDate day) {
        try (Inference run = rulebook.open(day, FiringLimits.DEFAULT, true)) {
            run.insert(incident("N-1", Severity.SERIOUS, "2026-05-01"));
            return java.util.Objects.requireNonNull(
                    run.fire(Stratum.ASSESS).get(0).findings().get(0).points());
        }
    }

    @Test
    void the_kjar_carries_the_sources_and_the_printed_rules() {
        byte[] source = "权重".getBytes(StandardCharsets.UTF_8);
        Kjar kjar = Rulebook.compile(deduction().edition(), Map.of("topic/a.drl", source));
        Kjar again = Kjar.of(kjar.bytes());
        assertThat(again.sources()).containsOnlyKeys("topic/a.drl").containsEntry("topic/a.drl", source);
        assertThat(new String(again.entries().get("cadre/rules/e0/rules.drl"), StandardCharsets.UTF_8))
                .contains("rule \"E-03\"");
    }

    @Test
    void a_kjar_with_other_rules_than_its_edition_is_refused() {
        Kjar one = Rulebook.compile(deduction().edition(), Map.of());
        Edition two = deduction().rule("E-04", INCIDENT, "findings.hold( );").edition();
        assertThatThrownBy(() -> Rulebook.load(one, two)).isInstanceOf(RulebookBroken.class);
        Edition changed = Criteria.given("deduction", "6")
                .rule("E-03", INCIDENT, "findings.deduct( $points );")
                .edition();
        assertThatThrownBy(() -> Rulebook.load(one, changed)).isInstanceOf(RulebookBroken.class);
    }

    @Test
    void what_is_no_kjar_is_refused() {
        assertThatThrownBy(() -> Kjar.of(new byte[] {1, 2, 3})).isInstanceOf(RulebookBroken.class);
    }

    @Test
    void limits_end_a_run() {
        Rulebook rulebook = deduction().rulebook();
        try (Inference run = rulebook.open(Criteria.LAST_DAY, new FiringLimits(1, Duration.ofMinutes(1)), true)) {
            run.insert(incident("N-1", Severity.SERIOUS, "2026-05-01"));
            run.insert(incident("N-2", Severity.SERIOUS, "2026-05-01"));
            assertThatThrownBy(() -> run.fire(Stratum.ASSESS))
                    .isInstanceOf(RuleFailed.class)
                    .extracting("criterion")
                    .isEqualTo("E-03");
        }
    }

    @Test
    void a_conclusion_that_cannot_be_ends_a_run() {
        Rulebook rulebook = Criteria.given("deduction", "5")
                .rule("E-03", INCIDENT, "findings.deduct( $points.negate( ) );")
                .rulebook();
        try (Inference run = rulebook.open(Criteria.LAST_DAY, FiringLimits.DEFAULT, true)) {
            run.insert(incident("N-1", Severity.SERIOUS, "2026-05-01"));
            assertThatThrownBy(() -> run.fire(Stratum.ASSESS))
                    .isInstanceOf(RuleFailed.class)
                    .hasMessageContaining("negative");
        }
    }

    @Test
    void a_condition_that_cannot_be_worked_out_names_its_rule() {
        Rulebook rulebook = Criteria.of(INCIDENT_ALONE, "findings.flag( );")
                .rule("T-02", Stratum.ADJUST, "Finding( subject contains \"N-1\", $id : id )", "findings.flag( );")
                .rulebook();
        try (Inference run = rulebook.open(Criteria.LAST_DAY, FiringLimits.DEFAULT, true)) {
            run.insert(unreadable());
            assertThatThrownBy(() -> run.fire(Stratum.ADJUST)).isInstanceOfSatisfying(RuleFailed.class, failed -> {
                assertThat(failed.criterion()).isEqualTo("T-02");
                assertThat(failed.reason(Locale.ENGLISH)).contains("Criterion T-02", "nobody can read it");
                assertThat(failed.reason(Locale.CHINESE)).contains("标准 T-02");
            });
        }
    }

    /** A fact of which one component cannot be looked at: what facts can be read from cannot make one. */
    private static Finding unreadable() {
        List<String> subject = new AbstractList<>() {
            @Override
            public String get(int place) {
                throw new IllegalStateException("nobody can read it");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        return new Finding(
                "T-01:N-1#0", "T-01", Stratum.ASSESS, Effect.FLAG, null, null, subject, null, null, null, null, 0);
    }
}
