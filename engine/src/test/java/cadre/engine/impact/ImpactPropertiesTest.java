package cadre.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.evaluation.Outcome;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every report, whatever the cases and whatever their order. */
class ImpactPropertiesTest {
    private static final int CASES = 60;

    /** Changed at once: numbers, weights, starts, a grade's beginning, a rule's condition, a rule gone. */
    private static final Trial MUCH_CHANGED = Criteria.trial(Criteria.edition(Map.of(
            "parameters.yaml",
            text -> text.replaceFirst("value: 0.80,", "value: 0.95,").replaceFirst("value: 1.20,", "value: 1.60,"),
            "edition.yaml",
            text -> text.replace("weight: 40, start: 60", "weight: 35, start: 62")
                    .replace("Ecological, zh: 生态环境 }, weight: 15", "Ecological, zh: 生态环境 }, weight: 20")
                    .replace("from: 70", "from: 72"),
            "ecological.drl",
            text -> text.replace("findings.gate( \"INCOMPETENT\" )", "findings.cap( \"COMPETENT\" )"))));

    private static final List<Tried> TRIED = LongStream.range(0, CASES)
            .mapToObj(seed -> Criteria.tried(seed, MUCH_CHANGED))
            .toList();

    private static final Limits SMALL = new Limits(7, 9, 2, 11);

    @Property(tries = 150)
    void contributions_add_up_to_the_difference_of_the_totals(
            @ForAll @LongRange(min = 1_000, max = 100_000) long seed) {
        Tried tried = Criteria.tried(seed, MUCH_CHANGED);
        Outcome candidate = ((Verdict.Judged) tried.verdict()).outcome();
        Revision revision = new Revision(Criteria.DECIDED, MUCH_CHANGED.edition());

        List<Contribution> contributions = Attribution.of(
                tried.decided(),
                candidate,
                revision,
                MUCH_CHANGED.day(tried.decided().appraisal().to()));

        BigDecimal sum = contributions.stream().map(Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(candidate.total().subtract(tried.decided().total()));
        BigDecimal rounding = contributions.stream()
                .filter(each -> each.cause().kind() == Cause.Kind.ROUNDING)
                .map(Contribution::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rounding.abs()).isLessThanOrEqualTo(new BigDecimal("0.03"));
        assertThat(contributions).isSortedAccordingTo(Contribution.LARGEST);
    }

    @Property(tries = 60)
    void the_order_and_the_parts_do_not_matter(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int parts, @ForAll boolean small) {
        Study study = Criteria.study(MUCH_CHANGED, small ? SMALL : Limits.DEFAULT);
        Impact whole = study.none();
        TRIED.forEach(tried -> study.add(tried, whole));

        List<Tried> shuffled = new ArrayList<>(TRIED);
        Collections.shuffle(shuffled, random);
        List<Impact> impacts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            impacts.add(study.none());
        }
        shuffled.forEach(tried -> study.add(tried, impacts.get(random.nextInt(parts))));
        while (impacts.size() > 1) {
            Impact one = impacts.remove(random.nextInt(impacts.size()));
            Impact other = impacts.get(random.nextInt(impacts.size()));
            // As after a restart: what was added up so far is read back from its bytes.
            other.add(random.nextBoolean() ? one : ImpactReader.read(ImpactJson.write(one)));
        }

        assertThat(text(impacts.get(0))).isEqualTo(text(whole));
    }

    @Property(tries = 20)
    void a_report_read_back_is_written_again_as_it_was(@ForAll @IntRange(min = 0, max = CASES) int cases) {
        Study study = Criteria.study(MUCH_CHANGED);
        Impact impact = study.none();
        TRIED.subList(0, cases).forEach(tried -> study.add(tried, impact));

        byte[] written = ImpactJson.write(impact);

        assertThat(new String(ImpactJson.write(ImpactReader.read(written)), StandardCharsets.UTF_8))
                .isEqualTo(new String(written, StandardCharsets.UTF_8));
    }

    private static String text(Impact impact) {
        return new String(ImpactJson.write(impact), StandardCharsets.UTF_8);
    }
}
