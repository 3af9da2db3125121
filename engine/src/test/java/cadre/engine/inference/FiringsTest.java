package cadre.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.document.Place;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Stratum;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Notes;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiringsTest {
    private static final Rule RULE = new Rule(
            "E-03",
            new Notes("Incident", "事件", "practice", "ecological", null, "says", "说"),
            Stratum.ASSESS,
            List.of(),
            List.of(),
            Place.at("ecological.drl", 1, 1),
            "");

    private final Firings firings = new Firings(FiringLimits.DEFAULT);

    private void begin() {
        firings.begin(RULE, List.of("N-1", "N-2"), List.of("I-7"), Map.of("points", BigDecimal.ONE));
    }

    @Test
    void names_a_finding_by_rule_matched_facts_and_call() {
        begin();
        firings.conclude(Verb.DEDUCT, new BigDecimal("5"), null);
        firings.conclude(Verb.CAP, "COMPETENT", null);
        assertThat(firings.take()).singleElement().satisfies(firing -> {
            assertThat(firing.facts()).containsExactly("N-1", "N-2", "I-7");
            assertThat(firing.findings()).extracting("id").containsExactly("E-03:N-1+N-2#0", "E-03:N-1+N-2#1");
            assertThat(firing.findings().get(0).points()).isEqualTo("-5");
            assertThat(firing.findings().get(0).subject()).isEqualTo(firing.facts());
            assertThat(firing.findings().get(1).effect()).isEqualTo(Effect.CAP);
        });
        assertThat(firings.take()).isEmpty();
    }

    @Test
    void refuses_points_below_zero_and_shares_outside_0_to_1_and_missing_arguments() {
        begin();
        for (Verb verb : List.of(Verb.AWARD, Verb.DEDUCT)) {
            assertThatThrownBy(() -> firings.conclude(verb, new BigDecimal("-0.01"), null))
                    .isInstanceOf(RuleFailed.class)
                    .hasMessageContaining("E-03");
            assertThatThrownBy(() -> firings.conclude(verb, null, null)).isInstanceOf(RuleFailed.class);
        }
        for (String share : List.of("-0.01", "1.01")) {
            assertThatThrownBy(() -> firings.conclude(Verb.WAIVE, "E-01:N-1#0", new BigDecimal(share)))
                    .isInstanceOf(RuleFailed.class);
        }
        assertThatThrownBy(() -> firings.conclude(Verb.WAIVE, "E-01:N-1#0", null))
                .isInstanceOf(RuleFailed.class);
        assertThatThrownBy(() -> firings.conclude(Verb.GATE, null, null)).isInstanceOf(RuleFailed.class);
    }

    @Test
    void stops_at_the_limit_of_firings_and_at_the_deadline() {
        Firings two = new Firings(new FiringLimits(2, Duration.ofMinutes(1)));
        two.begin(RULE, List.of(), List.of(), Map.of());
        two.begin(RULE, List.of(), List.of(), Map.of());
        assertThatThrownBy(() -> two.begin(RULE, List.of(), List.of(), Map.of()))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("2 firings");
        Firings late = new Firings(new FiringLimits(2, Duration.ofNanos(-1)));
        assertThatThrownBy(() -> late.begin(RULE, List.of(), List.of(), Map.of()))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("longer");
    }
}
