package cadre.service.release.web;

import cadre.engine.edition.Titles;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.release.RegisteredRelease;
import cadre.service.release.ReleaseAction;
import cadre.service.release.ReleaseLife.ProvenStep;
import cadre.service.release.ReleaseOrigin;
import cadre.service.release.ReleaseStatus;
import cadre.service.release.ReleaseStep;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as those may see it who look after criteria.
 *
 * @param from first day that it judges, by the last day of the period
 * @param types the appraisals it applies to; none for all
 * @param levels the levels it applies to; none for all
 * @param approval of a built-in release: given when the program was built
 * @param effective from when it is or is to be in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseView(
        String digest,
        String edition,
        String version,
        Titles title,
        LocalDate from,
        @Nullable LocalDate to,
        List<AppraisalType> types,
        List<Level> levels,
        ReleaseOrigin origin,
        ReleaseStatus status,
        @Nullable String author,
        @Nullable String submitter,
        @Nullable Approval approval,
        @Nullable Instant effective,
        Instant entered,
        @Nullable List<Step> steps,
        @Nullable CheckView check) {

    /** Who approved it, and knowing which report of its impact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Approval(String approver, Instant at, @Nullable String impact, String key) {}

    /**
     * A step and its proof.
     *
     * @param record the bytes that are signed, as text
     * @param signature Ed25519, in base 64
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long revision,
            ReleaseAction action,
            @Nullable ReleaseStatus before,
            ReleaseStatus after,
            String person,
            Instant at,
            @Nullable String reason,
            @Nullable Instant effective,
            @Nullable String impact,
            @Nullable String replaces,
            String record,
            String key,
            String signature) {
        static Step of(ProvenStep proven) {
            ReleaseStep step = proven.step();
            return new Step(
                    step.revision(),
                    step.action(),
                    step.before(),
                    step.after(),
                    step.person(),
                    step.at(),
                    step.reason(),
                    step.effective(),
                    step.impact(),
                    step.replaces(),
                    proven.record(),
                    proven.key(),
                    proven.signature());
        }
    }

    static ReleaseView of(RegisteredRelease release) {
        return of(release, null, null);
    }

    static ReleaseView of(RegisteredRelease release, List<ProvenStep> steps) {
        return of(release, steps.stream().map(Step::of).toList(), null);
    }

    private static ReleaseView of(RegisteredRelease release, @Nullable List<Step> steps, @Nullable CheckView check) {
        RegisteredRelease.Approval approval = release.approval();
        return new ReleaseView(
                release.digest(),
                release.edition(),
                release.version(),
                release.title(),
                release.scope().from(),
                release.scope().to(),
                release.scope().types(),
                release.scope().levels(),
                release.origin(),
                release.status(),
                release.author(),
                release.submitter(),
                approval == null
                        ? null
                        : new Approval(approval.approver(), approval.at(), approval.impact(), approval.key()),
                release.effective(),
                release.entered(),
                steps,
                check);
    }

    ReleaseView with(CheckView report) {
        return new ReleaseView(
                digest, edition, version, title, from, to, types, levels, origin, status, author, submitter, approval,
                effective, entered, steps, report);
    }
}
