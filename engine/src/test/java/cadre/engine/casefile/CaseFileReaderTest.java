package cadre.engine.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.SmallEdition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Level;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileReaderTest {
    private static final Edition EDITION = SmallEdition.read();
    private static final String CADRE =
            "\"cadre\": { \"id\": \"C-1001\", \"post\": \"county-head\", \"level\": \"COUNTY\", \"unit\": \"U-17\", \"chief\": true }";
    private static final String APPRAISAL =
            "\"appraisal\": { \"type\": \"ANNUAL\", \"from\": \"2026-01-01\", \"to\": \"2026-12-31\" }";

    private final Problems problems = new Problems();

    @Test
    void reads_the_facts_and_what_vouches_for_them() {
        CaseFile caseFile = read(whole("""
                        "consulted": [ { "register": "sanctions", "by": "discipline-office", "on": "2026-12-20" } ],
                        "surveys": [],
                        "incidents": [ { "id": "N-1", "family": "ecological", "severity": "SERIOUS", "on": "2026-05-01", "verified": false, "rectified": null } ],
                        "indicators": [ { "id": "I-1", "code": "air-quality-days", "actual": 301.50, "target": 310, "unit": "d", "source": "bureau", "evidence": "doc 7", "verified": true } ]
                        """)).orElseThrow(() -> new AssertionError(problems.all()));
        assertThat(caseFile)
                .isEqualTo(new CaseFile(
                        new Cadre("C-1001", "county-head", Level.COUNTY, "U-17", true, false),
                        new Appraisal(AppraisalType.ANNUAL, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        List.of(
                                new CaseFile.Entry(
                                        new Consulted("sanctions", "discipline-office", LocalDate.of(2026, 12, 20)),
                                        true,
                                        null,
                                        null),
                                new CaseFile.Entry(
                                        new Indicator(
                                                "I-1",
                                                "air-quality-days",
                                                new BigDecimal("301.50"),
                                                new BigDecimal("310"),
                                                null,
                                                null,
                                                "d"),
                                        true,
                                        "bureau",
                                        "doc 7"),
                                new CaseFile.Entry(
                                        new Incident(
                                                "N-1", "ecological", Severity.SERIOUS, LocalDate.of(2026, 5, 1), null),
                                        false,
                                        null,
                                        null))));
    }

    @Test
    void tells_ten_different_mistakes_in_one_answer() {
        read("""
                { "cadre": { "id": "C-1001", "post": "county-head", "level": "CONTY", "unit": "U-17", "chief": "yes", "name": "Zhang" },
                  "appraisal": { "type": "ANNUAL", "from": "2026-12-31", "to": "2026-01-01" },
                  "indicators": [ { "id": "I-1", "code": "air-quality-days", "acutal": 301, "unit": "d", "verified": true } ],
                  "ballots": [ { "id": "B-1", "voterClass": "PEERS", "voters": 10, "ballots": 11, "excellent": -1, "competent": 8, "basicallyCompetent": 0, "incompetent": 0.5, "verified": true } ],
                  "incidents": [ { "id": "B-1", "family": "ecological", "severity": "SERIOUS", "on": "2026-02-30" } ],
                  "hobbies": [] }
                """);
        assertThat(problems.all())
                .extracting(problem -> problem.place().pointer(), Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/cadre/level", "document.misspelt-word"),
                        tuple("/cadre/chief", "document.expected-boolean"),
                        tuple("/cadre/name", "document.unknown-key"),
                        tuple("/appraisal/to", "casefile.before"),
                        tuple("/indicators/0/actual", "document.missing-key"),
                        tuple("/indicators/0/acutal", "document.misspelt-key"),
                        tuple("/ballots/0/excellent", "document.negative"),
                        tuple("/ballots/0/incompetent", "document.not-whole"),
                        tuple("/ballots/0/ballots", "casefile.more-than"),
                        tuple("/incidents/0/on", "document.expected-day"),
                        tuple("/incidents/0/verified", "document.missing-key"),
                        tuple("/incidents/0/id", "casefile.repeated-id"),
                        tuple("/hobbies", "document.unknown-key"));
        assertThat(problems.all()).allSatisfy(problem -> {
            assertThat(problem.message(Locale.ENGLISH)).isNotBlank();
            assertThat(problem.remedy(Locale.CHINESE)).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "indicators | 'id': 'I', 'code': 'air-quality', 'actual': 1, 'unit': 'd' | /code document.unknown-word",
                "indicators | 'id': 'I', 'code': 'air-quality-day', 'actual': 1, 'unit': 'd' | /code document.misspelt-word",
                "indicators | 'id': 'I', 'code': 'air-quality-days', 'actual': 1, 'unit': 'h' | /unit casefile.wrong-unit",
                "indicators | 'id': 'I', 'code': 'air-quality-days', 'actual': '1', 'unit': 'd' | /actual document.expected-number",
                "indicators | 'id': 'I', 'code': 'air-quality-days', 'actual': 1e999999, 'unit': 'd' | /actual document.number-too-long",
                "indicators | 'id': 'I', 'code': 'air-quality-days', 'actual': 1, 'weight': -1, 'unit': 'd' | /weight casefile.less-than",
                "indicators | 'id': 'result', 'code': 'air-quality-days', 'actual': 1, 'unit': 'd' | /id casefile.reserved-id",
                "indicators | 'id': 'C-1001', 'code': 'air-quality-days', 'actual': 1, 'unit': 'd' | /id casefile.repeated-id",
                "indicators | 'id': 'I 1', 'code': 'air-quality-days', 'actual': 1, 'unit': 'd' | /id document.identifier-form",
                "indicators | 'id': 7, 'code': 'air-quality-days', 'actual': 1, 'unit': 'd' | /id document.expected-text",
                "indicators | 'id': 'I', 'code': 'air-quality-days', 'actual': [1], 'unit': 'd' | /actual document.expected-scalar",
                "peers | 'id': 'P', 'code': 'gdp-growth', 'peers': 8, 'median': 1, 'deviation': -1 | /deviation casefile.less-than",
                "peers | 'id': 'P', 'code': 'gdp-growth', 'peers': 8, 'median': 1, 'deviation': 1, 'rank': 10 | /rank casefile.more-than",
                "peers | 'id': 'P', 'code': 'gdp-growth', 'peers': 8, 'median': 1, 'deviation': 1, 'rank': 0 | /rank casefile.less-than",
                "pastFigures | 'id': 'P', 'code': 'gdp-growth', 'year': 2026, 'actual': 1 | /year casefile.year",
                "surveys | 'id': 'S', 'topic': 'SERVICE', 'respondents': 10, 'satisfied': 11 | /satisfied casefile.more-than",
                "surveys | 'id': 'S', 'topic': 'SERVICE', 'respondents': 10, 'satisfied': 1, 'population': 9 | /respondents casefile.more-than",
                "surveys | 'id': 'S', 'topic': 'SERVICE', 'respondents': 10, 'satisfied': 1, 'designEffect': 0.99 | /designEffect casefile.less-than",
                "ballots | 'id': 'B', 'voterClass': 'PEERS', 'voters': 9, 'ballots': 9, 'excellent': 9, 'competent': 1, 'basicallyCompetent': 0, 'incompetent': 0 | /ballots casefile.more-votes",
                "incidents | 'id': 'N', 'family': 'ecologic', 'severity': 'SERIOUS', 'on': '2026-05-01' | /family document.misspelt-word",
                "incidents | 'id': 'N', 'family': 'ecological', 'severity': 'SERIOUS', 'on': '2026-05-01', 'rectified': '2026-04-30' | /rectified casefile.before",
                "projects | 'id': 'J', 'kind': 'MAJOR', 'due': '2026-05-01', 'budget': -1, 'spent': 0, 'quality': 'PASSED' | /budget casefile.less-than",
                "waivers | 'id': 'W', 'criterion': 'E-99', 'fact': 'W0', 'share': 1, 'on': '2026-05-01', 'motive': true, 'conditions': true, 'procedure': true, 'nature': true, 'consequences': true, 'recovery': true | /criterion document.unknown-word /fact casefile.no-such-fact",
                "waivers | 'id': 'W', 'criterion': 'E-03', 'fact': 'W', 'share': 1.01, 'on': '2026-05-01', 'motive': true, 'conditions': true, 'procedure': true, 'nature': true, 'consequences': true, 'recovery': true | /share casefile.share /fact casefile.no-such-fact",
                "trainings | 'id': 'T', 'mode': 'ONLINE', 'hours': -1, 'required': 10 | /hours casefile.less-than",
                "priorGrades | 'id': 'G', 'year': 2025, 'grade': 'GOOD' | /grade document.unknown-word",
                "assignments | 'id': 'A', 'kind': 'DECISION', 'assigned': '2026-05-01', 'due': '2026-04-01', 'suspendedDays': 0, 'effective': true | /due casefile.before",
                "serviceRecords | 'id': 'R', 'clientele': 'STRANGERS', 'load': 'BUSY', 'received': 1, 'resolved': 2, 'unjustifiedTransfers': 0 | /resolved casefile.more-than",
                "sanctions | 'id': 'S', 'track': 'ADMINISTRATIVE', 'kind': 'SERIOUS_WARNING', 'from': '2026-05-01' | /kind casefile.party-sanction",
                "sanctions | 'id': 'S', 'track': 'ADMINISTRATIVE', 'kind': 'PROBATION_IN_PARTY', 'from': '2026-05-01' | /kind casefile.party-sanction",
                "absences | 'id': 'A', 'kind': 'SICK', 'from': '2026-05-01', 'to': '2026-05-02', 'days': 3 | /days casefile.more-than",
                "investigations | 'id': 'V', 'opened': '2026-05-01', 'concluded': '2026-04-01' | /concluded casefile.before",
                "commentPeriods | 'id': 'M', 'from': '2026-05-02', 'to': '2026-05-01', 'received': 1, 'answered': 2 | /to casefile.before /answered casefile.more-than",
            })
    void refuses_what_cannot_be(String list, String components, String expected) {
        read(whole("\"" + list + "\": [ {" + components.replace('\'', '"') + ", \"verified\": true } ]"));
        assertThat(problems.all().stream()
                        .map(problem -> problem.place().pointer().substring(("/" + list + "/0").length()) + " "
                                + problem.code())
                        .collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(expected.split(" (?=/)", -1)));
    }

    @Test
    void a_waiver_may_name_any_fact_of_the_file_before_or_after_it() {
        assertThat(read(whole("""
                        "trainings": [ { "id": "T", "mode": "ONLINE", "hours": 1, "required": 10, "verified": true } ],
                        "waivers": [ { "id": "W", "criterion": "E-03", "fact": "T", "share": 1, "on": "2026-05-01", "motive": true, "conditions": true, "procedure": true, "nature": true, "consequences": true, "recovery": true, "verified": true } ]
                        """))).isPresent();
    }

    @Test
    void an_earlier_year_may_have_been_not_graded() {
        assertThat(
                        read(
                                whole(
                                        "\"priorGrades\": [ { \"id\": \"G\", \"year\": 2025, \"grade\": \"NOT_GRADED\", \"verified\": true } ]")))
                .isPresent();
    }

    @Test
    void an_indicator_and_a_register_are_reported_once() {
        read(whole("""
                "consulted": [ { "register": "leads", "by": "a", "on": "2026-12-20" }, { "register": "leads", "by": "b", "on": "2026-12-21" } ],
                "indicators": [ { "id": "I-1", "code": "gdp-growth", "actual": 1, "unit": "%", "verified": true },
                                { "id": "I-2", "code": "gdp-growth", "actual": 1, "unit": "%", "verified": true } ]
                """));
        assertThat(problems.all())
                .extracting(problem -> problem.place().pointer(), Problem::code)
                .containsExactly(
                        tuple("/consulted/1/register", "casefile.repeated-key"),
                        tuple("/indicators/1/code", "casefile.repeated-key"));
    }

    @Test
    void a_year_has_one_grade() {
        read(whole(
                "\"priorGrades\": [ { \"id\": \"G-1\", \"year\": 2024, \"grade\": \"EXCELLENT\", \"verified\": true },"
                        + " { \"id\": \"G-2\", \"year\": 2024, \"grade\": \"INCOMPETENT\", \"verified\": false } ]"));
        assertThat(problems.all())
                .extracting(problem -> problem.place().pointer(), Problem::code)
                .containsExactly(tuple("/priorGrades/1/year", "casefile.repeated-key"));
    }

    @Test
    void a_register_that_was_consulted_needs_no_verification_and_takes_none() {
        read(
                whole(
                        "\"consulted\": [ { \"register\": \"leads\", \"by\": \"a\", \"on\": \"2026-12-20\", \"verified\": true } ]"));
        assertThat(problems.all()).extracting(Problem::code).containsExactly("document.unknown-key");
    }

    @Test
    void refuses_more_than_two_hundred_facts_of_a_type() {
        String hardships = IntStream.range(0, 201)
                .mapToObj(i -> "{ \"id\": \"H-" + i
                        + "\", \"kind\": \"ILLNESS\", \"on\": \"2026-01-01\", \"verified\": true }")
                .collect(Collectors.joining(","));
        read(whole("\"hardships\": [" + hardships + "]"));
        assertThat(problems.all()).extracting(Problem::code).containsExactly("casefile.too-many-facts");
    }

    @Test
    void tells_the_other_problems_too_where_no_edition_is_in_force() {
        read(
                "{" + CADRE + ", " + APPRAISAL.replace("2026-12-31", "2027-01-01")
                        + ", \"hardships\": [ { \"id\": \"H\", \"kind\": \"ILLNES\", \"on\": \"2026-01-01\", \"verified\": true } ] }");
        assertThat(problems.all())
                .extracting(problem -> problem.place().pointer(), Problem::code)
                .containsExactly(
                        tuple("/appraisal/to", "casefile.no-edition"),
                        tuple("/hardships/0/kind", "document.misspelt-word"));
    }

    @Test
    void takes_the_edition_of_the_last_day_the_type_and_the_level() {
        Editions editions = (day, type, level) -> Optional.of(EDITION)
                .filter(e -> day.equals(LocalDate.of(2026, 12, 31))
                        && type == AppraisalType.ANNUAL
                        && level == Level.COUNTY);
        assertThat(CaseFileReader.read(datum(whole("\"surveys\": []")), editions, problems))
                .map(CaseFileReader.Admitted::edition)
                .contains(EDITION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "\"case\"",
                "{}",
                "{\"cadre\": 1, \"appraisal\": []}",
                "{\"incidents\": {}}",
                "{\"incidents\": [1, null, []]}"
            })
    void refuses_what_is_not_a_case_file_without_breaking(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(problems.all()).isNotEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... of) {
        return org.assertj.core.groups.Tuple.tuple(of);
    }

    private static String whole(String lists) {
        return "{" + CADRE + ", " + APPRAISAL + ", " + lists + "}";
    }

    private Datum datum(String text) {
        Datum datum = JsonDocument.read(text.getBytes(UTF_8), problems);
        if (datum == null) {
            throw new AssertionError(problems.all());
        }
        return datum;
    }

    private Optional<CaseFile> read(String text) {
        return CaseFileReader.read(datum(text), EDITION, problems);
    }
}
