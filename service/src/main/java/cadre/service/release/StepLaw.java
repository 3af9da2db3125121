package cadre.service.release;

import cadre.service.problem.Rejected;
import cadre.service.release.Life.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which step a release may take, by its own status and by who wants it; what other releases have to do with it is {@link Life}'s. */
final class StepLaw {
    private static final Map<ReleaseAction, Set<ReleaseStatus>> FROM = Map.of(
            ReleaseAction.SUBMIT, EnumSet.of(ReleaseStatus.DRAFT),
            ReleaseAction.APPROVE, EnumSet.of(ReleaseStatus.SUBMITTED),
            ReleaseAction.REJECT, EnumSet.of(ReleaseStatus.SUBMITTED),
            ReleaseAction.SCHEDULE, EnumSet.of(ReleaseStatus.APPROVED, ReleaseStatus.SCHEDULED),
            ReleaseAction.ENFORCE, EnumSet.of(ReleaseStatus.APPROVED, ReleaseStatus.SCHEDULED),
            ReleaseAction.WITHDRAW,
                    EnumSet.of(
                            ReleaseStatus.DRAFT,
                            ReleaseStatus.SUBMITTED,
                            ReleaseStatus.APPROVED,
                            ReleaseStatus.SCHEDULED),
            ReleaseAction.RETIRE, EnumSet.of(ReleaseStatus.IN_FORCE),
            ReleaseAction.ROLL_BACK, EnumSet.of(ReleaseStatus.RETIRED));

    /** Steps that bring a release nearer to being in force: not for who wrote it or asked for it. */
    private static final Set<ReleaseAction> FOUR_EYES =
            EnumSet.of(ReleaseAction.APPROVE, ReleaseAction.SCHEDULE, ReleaseAction.ENFORCE, ReleaseAction.ROLL_BACK);

    private StepLaw() {}

    /**
     * Holds a wish to the law.
     *
     * @throws Rejected if the step is not lawful for this release or this person now
     */
    static void hold(RegisteredRelease release, Wish wish) {
        refuseFrom(release, wish.action());
        refuseOthers(release, wish);
        refuseTwoEyes(release, wish);
        refuseEarly(release, wish);
    }

    /** The status that a step leads to. */
    static ReleaseStatus leadsTo(ReleaseAction action) {
        return switch (action) {
            case CARRY, ENFORCE, ROLL_BACK -> ReleaseStatus.IN_FORCE;
            case UPLOAD -> ReleaseStatus.DRAFT;
            case SUBMIT -> ReleaseStatus.SUBMITTED;
            case APPROVE -> ReleaseStatus.APPROVED;
            case REJECT -> ReleaseStatus.REJECTED;
            case SCHEDULE -> ReleaseStatus.SCHEDULED;
            case WITHDRAW -> ReleaseStatus.WITHDRAWN;
            case RETIRE -> ReleaseStatus.RETIRED;
        };
    }

    private static void refuseFrom(RegisteredRelease release, ReleaseAction action) {
        Set<ReleaseStatus> from = FROM.getOrDefault(action, Set.of());
        if (!from.contains(release.status())) {
            throw Rejected.because(409, "release-status", release.version(), release.status(), action, from)
                    .with("status", release.status().name());
        }
    }

    /** Built-in releases have neither author nor submitter among the people here; the build's approval stands for four eyes. */
    private static void refuseTwoEyes(RegisteredRelease release, Wish wish) {
        if (!FOUR_EYES.contains(wish.action())) {
            return;
        }
        if (wish.person().equals(release.author()) || wish.person().equals(release.submitter())) {
            throw Rejected.because(403, "four-eyes", release.version(), wish.person());
        }
    }

    /** What somebody wrote is taken back by whoever wrote or submitted it; others reject. */
    private static void refuseOthers(RegisteredRelease release, Wish wish) {
        if (wish.action() == ReleaseAction.WITHDRAW
                && !wish.person().equals(release.author())
                && !wish.person().equals(release.submitter())) {
            throw Rejected.because(403, "not-yours", release.version(), String.valueOf(release.author()));
        }
    }

    /** The clock does only what somebody scheduled. */
    private static void refuseEarly(RegisteredRelease release, Wish wish) {
        if (wish.person().equals(ReleaseStep.CLOCK)
                && (wish.action() != ReleaseAction.ENFORCE
                        || release.status() != ReleaseStatus.SCHEDULED
                        || release.effective() == null
                        || wish.at().isBefore(release.effective()))) {
            throw Rejected.because(
                    409, "release-status", release.version(), release.status(), wish.action(), List.of());
        }
        if ((wish.action() == ReleaseAction.SCHEDULE) != (wish.effective() != null)
                && wish.action() != ReleaseAction.ENFORCE
                && wish.action() != ReleaseAction.ROLL_BACK) {
            throw Rejected.because(400, "effective-missing").at("effective");
        }
    }
}
