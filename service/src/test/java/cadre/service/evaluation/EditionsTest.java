package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Several editions side by side: the last day of the period, the type and the level say which of them judges. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class EditionsTest {
    private static final String FACTS = """
            {
              "cadre": { "id": "C-1", "post": "county-head", "level": "%s", "unit": "U-1", "chief": true, "probation": false },
              "appraisal": { "type": "%s", "from": "%s", "to": "%s" },
              "surveys": [ { "id": "S-1", "topic": "PUBLIC_OPINION", "respondents": 100, "satisfied": 87, "verified": true } ],
              "incidents": [ { "id": "N-1", "family": "ecological", "severity": "GENERAL", "on": "2025-03-01", "rectified": "2025-03-05", "verified": true } ]
            }
            """;

    @Autowired
    private People people;

    private Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
    }

    private Answer judged(String level, String type, String from, String to) {
        return api.post("/api/v1/evaluations/preview", FACTS.formatted(level, type, from, to));
    }

    @ParameterizedTest(name = "{1} at {0} to {3}: {4}")
    @CsvSource({
        "COUNTY, ANNUAL, 2024-07-01, 2025-06-30, 2025, 57, 80",
        "COUNTY, ANNUAL, 2025-01-01, 2025-12-31, 2025, 55, 80",
        "TOWNSHIP, ANNUAL, 2025-01-01, 2025-12-31, 2025, 55, 80",
        "COUNTY, ANNUAL, 2025-01-02, 2026-01-01, 2026, 57.5, 60"
    })
    void the_same_facts_are_judged_by_the_edition_of_the_last_day_and_its_parameters_of_that_day(
            String level, String type, String from, String to, String edition, String ecological, String satisfaction) {
        JsonNode outcome = judged(level, type, from, to).json();

        assertThat(outcome.at("/release/edition").asString()).isEqualTo(edition);
        assertThat(score(outcome, "ecological")).isEqualByComparingTo(ecological);
        assertThat(score(outcome, "public-satisfaction")).isEqualByComparingTo(satisfaction);
    }

    @Test
    void each_edition_says_by_its_own_criteria_why() {
        JsonNode before = judged("COUNTY", "ANNUAL", "2025-01-01", "2025-12-31").json();
        JsonNode after = judged("COUNTY", "ANNUAL", "2025-01-02", "2026-01-01").json();

        assertThat(criteria(before)).contains("S-01-share", "E-03").doesNotContain("S-01-open", "I-10-incident");
        assertThat(criteria(after))
                .contains("S-01-open", "E-03", "I-10-incident")
                .doesNotContain("S-01-share");
    }

    @Test
    void a_term_of_office_is_judged_by_the_edition_for_terms() {
        JsonNode outcome = judged("COUNTY", "TERM", "2022-01-01", "2026-12-31").json();

        assertThat(outcome.at("/release/edition").asString()).isEqualTo("2026-term");
        assertThat(criteria(outcome)).contains("G-01-none", "P-09-beginning");
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTY, ANNUAL, 2024-01-01, 2024-12-31",
        "COUNTY, ANNUAL, 2027-01-01, 2027-12-31",
        "COUNTY, TERM, 2020-01-01, 2025-12-31",
        "CITY, ANNUAL, 2026-01-01, 2026-12-31",
        "COUNTY, ROUTINE, 2026-01-01, 2026-12-31"
    })
    void where_no_edition_is_in_force_the_day_type_and_level_are_told(
            String level, String type, String from, String to) {
        Answer answer = judged(level, type, from, to);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("No edition is in force on " + to, type, level);
    }

    @Test
    void all_editions_are_listed_with_their_days_types_and_levels() {
        JsonNode editions = api.get("/api/v1/editions").json().path("editions");

        assertThat(editions.valueStream().map(edition -> edition.path("edition").asString()))
                .containsExactly("2025", "2026", "2026-term");
        assertThat(editions.at("/0/to").asString()).isEqualTo("2025-12-31");
        assertThat(editions.at("/2/types/0").asString()).isEqualTo("TERM");
        assertThat(editions.at("/2").has("to")).isFalse();
    }

    private static BigDecimal score(JsonNode outcome, String dimension) {
        return outcome.path("dimensions")
                .valueStream()
                .filter(line -> line.path("code").asString().equals(dimension))
                .findFirst()
                .orElseThrow()
                .path("score")
                .decimalValue();
    }

    private static List<String> criteria(JsonNode outcome) {
        return outcome.path("firings")
                .valueStream()
                .map(firing -> firing.path("criterion").asString())
                .toList();
    }
}
