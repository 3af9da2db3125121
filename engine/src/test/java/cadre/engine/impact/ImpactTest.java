package cadre.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a small, exact change to edition 2026 does to cases, and to what it is put down. */
class ImpactTest {
    private static final int CASES = 80;

    private static final Trial DEARER_INCIDENTS = Criteria.trial(Criteria.edition(
            "parameters.yaml",
            text -> text.replaceFirst("(?s)(ecological\\.incident\\.deduction:.*?value: )5,", "$18,")));

    @Test
    void the_same_criteria_move_nobody() {
        Trial same = Criteria.trial(Criteria.DECIDED);
        Impact impact = impact(same, Limits.DEFAULT);

        assertThat(impact.cases()).isEqualTo(CASES);
        assertThat(impact.moving()).isZero();
        assertThat(impact.causes).isEmpty();
        assertThat(impact.shifts.values().orElseThrow()).isEqualTo(Map.of(BigDecimal.ZERO, (long) CASES));
    }

    @Test
    void a_changed_number_is_named_with_both_values_and_the_criterion_that_reads_it() {
        Impact impact = impact(DEARER_INCIDENTS, Limits.DEFAULT);

        List<Cause> criteria = impact.causes.keySet().stream()
                .filter(cause -> cause.kind().ofCriterion())
                .toList();
        assertThat(criteria).isNotEmpty().allSatisfy(cause -> {
            assertThat(cause.subject()).isEqualTo("E-03");
            assertThat(cause.rule()).isEqualTo(Cause.Rule.SAME);
            assertThat(cause.changes()).containsExactly(new Cause.Change("ecological.incident.deduction", "5", "8"));
        });
        assertThat(ImpactText.render(impact, Locale.ENGLISH))
                .contains("E-03 Did an ecological incident happen? gives other points")
                .contains("ecological.incident.deduction: 8 rather than 5");
        assertThat(ImpactText.render(impact, Locale.CHINESE)).contains("由 5 改为 8", "原评定");
    }

    @Test
    void the_matrix_is_what_counting_one_by_one_gives() {
        Impact impact = impact(DEARER_INCIDENTS, Limits.DEFAULT);
        Map<String, Long> counted = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (long seed = 0; seed < CASES; seed++) {
            Tried tried = Criteria.tried(seed, DEARER_INCIDENTS);
            Outcome candidate = ((Verdict.Judged) tried.verdict()).outcome();
            counted.merge(told(tried.decided()) + " -> " + told(candidate), 1L, Long::sum);
            sum = sum.add(candidate.total().subtract(tried.decided().total()));
        }

        Map<String, Long> reported = new TreeMap<>();
        impact.all.standings.forEach(
                (pair, cases) -> reported.put(told(pair.decided()) + " -> " + told(pair.candidate()), cases));
        assertThat(reported).isEqualTo(counted);
        assertThat(impact.shifts.sum()).isEqualByComparingTo(sum);
        assertThat(sum).isNegative();
    }

    private static String told(Outcome outcome) {
        return outcome.grade() + (outcome.status() == Outcome.Status.HELD ? " held" : "");
    }

    private static String told(Standing standing) {
        return standing.grade() + (standing.held() ? " held" : "");
    }

    @Test
    void a_grade_that_begins_elsewhere_is_the_reason_where_totals_stay() {
        Trial trial =
                Criteria.trial(Criteria.edition("edition.yaml", text -> text.replace("from: 70 }", "from: 88 }")));
        Impact impact = impact(trial, Limits.DEFAULT);

        assertThat(impact.shifts.values().orElseThrow()).hasSize(1);
        assertThat(impact.moves)
                .isNotEmpty()
                .allSatisfy((move, reasons) -> assertThat(reasons.keySet())
                        .containsExactly(
                                Cause.of(Cause.Kind.THRESHOLD, "COMPETENT", new Cause.Change("from", "70", "88"))));
    }

    @Test
    void a_new_gate_is_the_reason_even_where_the_total_rises() {
        Trial trial = Criteria.trial(Criteria.edition(Map.of(
                "ecological.drl",
                text -> text.replaceFirst("findings.deduct\\( \\$points \\);", "findings.gate( \"INCOMPETENT\" );"))));
        Impact impact = impact(trial, Limits.DEFAULT);

        assertThat(impact.movers()).anySatisfy(mover -> {
            assertThat(mover.grade()).isEqualTo(Mover.Way.DOWN);
            assertThat(mover.because().get(0).kind()).isEqualTo(Cause.Kind.LIMIT_NEW);
            assertThat(mover.because().get(0).rule()).isEqualTo(Cause.Rule.CHANGED);
        });
    }

    @Test
    void a_rule_that_is_gone_and_a_weight_are_told_apart() {
        Trial trial = Criteria.trial(Criteria.edition(
                "edition.yaml",
                text -> text.replace("weight: 40, start: 60", "weight: 35, start: 60")
                        .replace("Ecological, zh: 生态环境 }, weight: 15", "Ecological, zh: 生态环境 }, weight: 20")));
        Impact impact = impact(trial, Limits.DEFAULT);

        assertThat(impact.causes.keySet())
                .contains(
                        Cause.of(Cause.Kind.WEIGHT, "performance", new Cause.Change("weight", "40", "35")),
                        Cause.of(Cause.Kind.WEIGHT, "ecological", new Cause.Change("weight", "15", "20")));
        assertThat(impact.causes.keySet()).noneMatch(cause -> cause.kind().ofCriterion());
    }

    @Test
    void a_case_that_the_candidate_would_not_admit_is_counted_with_its_reason_and_before_all_else() {
        Edition without =
                Criteria.edition(Map.of("indicators.yaml", text -> text.replaceFirst("unit: d, ", "unit: days, ")));
        Trial trial = Criteria.trial(without);
        Impact impact = impact(trial, Limits.DEFAULT);

        assertThat(impact.refused()).isPositive();
        assertThat(impact.refusals.counts().keySet())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("casefile.wrong-unit"));
        String text = ImpactText.render(impact, Locale.ENGLISH);
        assertThat(text.indexOf("It cannot judge " + impact.refused() + " of 80."))
                .isPositive()
                .isLessThan(text.indexOf("change grade"));
        assertThat(impact.all.standings.entrySet().stream()
                        .filter(entry -> entry.getKey().candidate().equals(Standing.REFUSED))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(impact.refused());
    }

    @Test
    void an_indicator_required_anew_holds_and_is_told() {
        Trial trial = Criteria.trial(Criteria.edition(
                "indicators.yaml",
                text -> text.replaceAll("(investment-in-place: .*)required: false", "$1required: true")));
        Impact impact = impact(trial, Limits.DEFAULT);

        assertThat(impact.missingDecided).doesNotContainKey("indicator:investment-in-place");
        assertThat(impact.missingCandidate).containsKey("indicator:investment-in-place");
        assertThat(ImpactText.render(impact, Locale.ENGLISH))
                .contains("would be held, since the stored facts lack indicator \"Investment from outside in place\"");
    }

    @Test
    void who_would_be_held_is_told_with_what_is_missing() throws IOException {
        Trial trial = Criteria.trial(Criteria.edition(
                "indicators.yaml",
                text -> text.replaceAll("(investment-in-place: .*)required: false", "$1required: true")));
        Study study = Criteria.study(trial);
        Impact impact = study.none();
        CaseFile strong = CaseFileReader.read(
                        Criteria.datum(Files.readString(Path.of("../examples/strong-county-head.json"))
                                .replaceFirst("\\{[^{}]*investment-in-place[^{}]*\\},", "")),
                        Criteria.DECIDED,
                        new Problems())
                .orElseThrow();

        Optional<Mover> mover = study.add(Criteria.tried("strong", strong, trial), impact);

        assertThat(impact.all.heldGained).isEqualTo(1);
        assertThat(mover.orElseThrow().because())
                .extracting(Cause::kind, Cause::subject)
                .containsExactly(tuple(Cause.Kind.HOLD_NEW, "indicator:investment-in-place"));
        assertThat(ImpactText.render(impact, Locale.ENGLISH))
                .contains("1 would be held that were not")
                .contains("indicator \"Investment from outside in place\" now holds the result");
    }

    @Test
    void an_edition_of_a_later_year_is_tried_on_this_year_by_its_own_first_numbers() {
        Edition later = Criteria.edition(Map.of(
                "edition.yaml",
                text -> text.replace("from: 2026-01-01, to: 2026-12-31", "from: 2027-01-01, to: 2027-12-31"),
                "parameters.yaml",
                text -> text.replaceFirst(
                        "(?s)(ecological\\.incident\\.deduction:.*?)\\{ from: 2026-01-01, value: 5, (reference: [^}]*) \\}",
                        "$1{ from: 2026-01-01, value: 5, $2 }, { from: 2027-01-01, value: 8, $2 }")));
        Trial trial = Criteria.trial(later);

        assertThat(trial.day(LocalDate.parse("2026-12-31"))).isEqualTo("2027-01-01");
        assertThat(trial.day(LocalDate.parse("2028-12-31"))).isEqualTo("2027-12-31");
        Impact impact = impact(trial, Limits.DEFAULT);
        Impact sameYear = impact(DEARER_INCIDENTS, Limits.DEFAULT);
        assertThat(impact.outsideInForce).isEqualTo(CASES);
        assertThat(impact.causes).isEqualTo(sameYear.causes);
        assertThat(impact.all.standings).isEqualTo(sameYear.all.standings);
    }

    @Test
    void lists_are_cut_and_say_so_while_counts_stay_exact() {
        Limits small = new Limits(3, 2, 2, 2);
        Trial trial = Criteria.trial(Criteria.edition(
                "edition.yaml", text -> text.replace("from: 70 }", "from: 88 }").replace("start: 60,", "start: 62,")));
        Impact whole = impact(trial, Limits.DEFAULT);
        Impact cut = impact(trial, small);

        assertThat(whole.moving()).isGreaterThan(3);
        assertThat(cut.moving()).isEqualTo(whole.moving());
        assertThat(cut.movers()).isEqualTo(whole.movers().subList(0, 3));
        assertThat(cut.units.groups()).hasSize(2);
        assertThat(cut.units.others(cut.cases()))
                .isEqualTo(CASES
                        - cut.units.groups().values().stream()
                                .mapToLong(group -> group.cases)
                                .sum());
        assertThat(cut.shifts.values()).isEmpty();
        assertThat(cut.shifts.sum()).isEqualByComparingTo(whole.shifts.sum());
        assertThat(cut.shifts.classes()).isEqualTo(whole.shifts.classes());
        assertThat(ImpactText.render(cut, Locale.ENGLISH)).contains("in groups beyond the limit");
    }

    @Test
    void a_refused_case_has_a_unit_too() {
        Person person = Person.of(Criteria.datum(CaseFileWriter.write(Criteria.generated(1))));

        assertThat(person).isEqualTo(Person.of(Criteria.generated(1)));
        assertThat(Person.of(Criteria.datum("[]"))).isEqualTo(new Person("", "", "", ""));
    }

    @Test
    void a_report_names_its_bytes_by_their_digest() {
        byte[] report = ImpactJson.write(impact(DEARER_INCIDENTS, Limits.DEFAULT));

        assertThat(ImpactJson.digest(report)).matches("sha256:[0-9a-f]{64}");
        assertThat(new String(report, StandardCharsets.UTF_8))
                .startsWith("{\"candidate\":{\"edition\":\"2026\"")
                .contains("\"cases\":" + CASES);
        assertThat(ImpactReader.read(report).cases()).isEqualTo(CASES);
    }

    private static Impact impact(Trial trial, Limits limits) {
        Study study = Criteria.study(trial, limits);
        Impact impact = study.none();
        LongStream.range(0, CASES).forEach(seed -> study.add(Criteria.tried(seed, trial), impact));
        return impact;
    }
}
