package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.edition.Titles;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.release.Gaps.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static RegisteredRelease release(String from, @Nullable String to) {
        Scope scope = new Scope(
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(AppraisalType.ANNUAL),
                List.of(Level.COUNTY));
        return new RegisteredRelease(
                from,
                from,
                from,
                new Titles("", ""),
                scope,
                ReleaseOrigin.BUILT_IN,
                ReleaseStatus.IN_FORCE,
                null,
                null,
                null,
                null,
                true,
                Instant.EPOCH);
    }

    private static List<Gap> annualCounty(RegisteredRelease... inForce) {
        return Gaps.between(Arrays.asList(inForce)).stream()
                .filter(gap -> gap.type() == AppraisalType.ANNUAL && gap.level() == Level.COUNTY)
                .toList();
    }

    private static Gap gap(@Nullable String from, @Nullable String to) {
        return new Gap(
                AppraisalType.ANNUAL,
                Level.COUNTY,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    @Test
    void releases_that_follow_each_other_by_the_day_leave_no_gap_between_them() {
        assertThat(annualCounty(release("2025-01-01", "2025-12-31"), release("2026-01-01", null)))
                .isEmpty();
    }

    @Test
    void a_day_that_nobody_judges_is_told() {
        assertThat(annualCounty(release("2026-01-02", null), release("2025-01-01", "2025-12-31")))
                .containsExactly(gap("2026-01-01", "2026-01-01"));
    }

    @Test
    void what_comes_after_the_last_day_is_told() {
        assertThat(annualCounty(release("2025-01-01", "2025-12-31"))).containsExactly(gap("2026-01-01", null));
    }

    @Test
    void what_none_judges_is_told_whole() {
        assertThat(annualCounty()).containsExactly(gap(null, null));
        assertThat(Gaps.between(List.of(release("2025-01-01", null))))
                .hasSize(AppraisalType.values().length * Level.values().length - 1)
                .allMatch(gap -> gap.from() == null && gap.to() == null);
    }
}
