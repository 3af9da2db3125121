package cadre.service.release;

import cadre.engine.edition.Edition;
import cadre.service.problem.Rejected;
import cadre.service.release.RegisteredRelease.Approval;
import cadre.service.release.ReleaseStep.Declared;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lives of all releases up to one revision of the register, and which step may come next. The same rules hold for a step
 * that somebody asks for and for one that is read back, so a step that was not lawful is found even if it is well signed.
 */
final class Life {
    static final Life EMPTY = new Life(0, "", Map.of());

    private static final Set<ReleaseAction> COMES_INTO_FORCE =
            EnumSet.of(ReleaseAction.SCHEDULE, ReleaseAction.ENFORCE, ReleaseAction.ROLL_BACK);

    private final long revision;
    private final String head;
    private final Map<String, RegisteredRelease> releases;

    private Life(long revision, String head, Map<String, RegisteredRelease> releases) {
        this.revision = revision;
        this.head = head;
        this.releases = releases;
    }

    long revision() {
        return revision;
    }

    /** SHA-256 of the record of the last step, or the empty text. */
    String head() {
        return head;
    }

    /** In the order in which they came into the register. */
    Collection<RegisteredRelease> releases() {
        return releases.values();
    }

    Optional<RegisteredRelease> find(String digest) {
        return Optional.ofNullable(releases.get(digest));
    }

    /** The release of an edition that is in force. */
    Optional<RegisteredRelease> inForce(String edition) {
        return releases.values().stream()
                .filter(release -> release.status() == ReleaseStatus.IN_FORCE
                        && release.edition().equals(edition))
                .findFirst();
    }

    /** Whether an upload is or was in force for an edition, so that what the program carries is not the whole truth of it. */
    boolean uploaded(String edition) {
        return releases.values().stream()
                .anyMatch(release -> release.edition().equals(edition)
                        && release.origin() == ReleaseOrigin.UPLOADED
                        && release.everInForce());
    }

    /**
     * What somebody wants done with a release that is known.
     *
     * @param effective from when it is to be in force, for SCHEDULE
     * @param impact digest of the newest report of its impact, for APPROVE
     */
    record Wish(
            ReleaseAction action,
            String person,
            Instant at,
            @Nullable String reason,
            @Nullable Instant effective,
            @Nullable String impact) {}

    /**
     * The step by which the program brings in a release that it carries. It is in force at once, unless an upload has taken
     * its place or another edition judges the same.
     */
    ReleaseStep carry(Edition edition, Instant at) {
        Scope scope = Scope.of(edition);
        Optional<RegisteredRelease> before = inForce(edition.code());
        boolean free = rival(edition.code(), scope).isEmpty() && !uploaded(edition.code());
        return new ReleaseStep(
                revision + 1,
                head,
                edition.digest(),
                edition.code(),
                edition.version(),
                ReleaseAction.CARRY,
                null,
                free ? ReleaseStatus.IN_FORCE : ReleaseStatus.APPROVED,
                ReleaseStep.BUILD,
                at,
                null,
                null,
                null,
                free ? at : null,
                null,
                free ? before.map(RegisteredRelease::digest).orElse(null) : null,
                new Declared(edition.title(), scope));
    }

    /**
     * The step by which somebody brings in a release.
     *
     * @throws Rejected if its version is that of another
     */
    ReleaseStep upload(Edition edition, String person, Instant at, @Nullable String note) {
        refuseVersion(edition.version(), edition.digest());
        return new ReleaseStep(
                revision + 1,
                head,
                edition.digest(),
                edition.code(),
                edition.version(),
                ReleaseAction.UPLOAD,
                null,
                ReleaseStatus.DRAFT,
                person,
                at,
                note,
                person,
                null,
                null,
                null,
                null,
                new Declared(edition.title(), Scope.of(edition)));
    }

    /**
     * The step that a wish becomes.
     *
     * @throws Rejected if it is not lawful now
     */
    ReleaseStep next(String digest, Wish wish) {
        RegisteredRelease release = find(digest).orElseThrow(() -> Rejected.because(404, "no-such-release", digest));
        StepLaw.hold(release, wish);
        if (COMES_INTO_FORCE.contains(wish.action())) {
            refuseRival(release);
        }
        boolean enforced = wish.action() == ReleaseAction.ENFORCE || wish.action() == ReleaseAction.ROLL_BACK;
        return new ReleaseStep(
                revision + 1,
                head,
                digest,
                release.edition(),
                release.version(),
                wish.action(),
                release.status(),
                StepLaw.leadsTo(wish.action()),
                wish.person(),
                wish.at(),
                wish.reason(),
                release.author(),
                wish.action() == ReleaseAction.SUBMIT ? wish.person() : release.submitter(),
                enforced ? wish.at() : wish.effective(),
                wish.impact(),
                enforced
                        ? inForce(release.edition())
                                .map(RegisteredRelease::digest)
                                .orElse(null)
                        : null,
                null);
    }

    private void refuseVersion(String version, String digest) {
        releases.values().stream()
                .filter(other -> other.version().equals(version)
                        && !other.digest().equals(digest)
                        && other.status() != ReleaseStatus.REJECTED
                        && other.status() != ReleaseStatus.WITHDRAWN)
                .findFirst()
                .ifPresent(other -> {
                    throw Rejected.because(409, "version-taken", version, other.digest(), other.status())
                            .with("digest", other.digest());
                });
    }

    private void refuseRival(RegisteredRelease release) {
        rival(release.edition(), release.scope()).ifPresent(other -> {
            throw Rejected.because(409, "release-overlap", release.version(), other.version(), other.status())
                    .with("digest", other.digest());
        });
    }

    /** A release of another edition that is or is to be in force and judges some of the same appraisals. */
    private Optional<RegisteredRelease> rival(String edition, Scope scope) {
        return releases.values().stream()
                .filter(other -> (other.status() == ReleaseStatus.IN_FORCE || other.status() == ReleaseStatus.SCHEDULED)
                        && !other.edition().equals(edition)
                        && other.scope().overlaps(scope))
                .findFirst();
    }

    /**
     * The lives after a step that was just made by {@link #carry}, {@link #upload} or {@link #next}.
     *
     * @param record SHA-256 of its record
     * @param key by which it is signed
     */
    Life after(ReleaseStep step, String record, String key) {
        Map<String, RegisteredRelease> then = new LinkedHashMap<>(releases);
        if (step.replaces() != null) {
            then.computeIfPresent(step.replaces(), (digest, replaced) -> replaced.with(ReleaseStatus.RETIRED));
        }
        RegisteredRelease release = step.declared() == null
                ? moved(then.get(step.digest()), step, key)
                : entered(step, step.declared(), key);
        then.put(step.digest(), release);
        return new Life(step.revision(), record, then);
    }

    /**
     * The same for a step that was read back.
     *
     * @throws IllegalStateException if it could not have come next
     */
    Life checkedAfter(ReleaseStep step, String record, String key) {
        if (step.revision() != revision + 1 || !step.previous().equals(head)) {
            throw new IllegalStateException("a step before revision " + step.revision() + " is missing or another");
        }
        if (!step.equals(again(step))) {
            throw new IllegalStateException("the step of revision " + step.revision() + " was not lawful");
        }
        return after(step, record, key);
    }

    /** What a step like this would have been here. */
    private ReleaseStep again(ReleaseStep step) {
        try {
            if (step.declared() == null) {
                return next(
                        step.digest(),
                        new Wish(
                                step.action(),
                                step.person(),
                                step.at(),
                                step.reason(),
                                step.effective(),
                                step.impact()));
            }
            if (step.action() == ReleaseAction.UPLOAD) {
                refuseVersion(step.version(), step.digest());
            }
            return step;
        } catch (Rejected rejected) {
            throw new IllegalStateException("the step of revision " + step.revision() + " was not lawful", rejected);
        }
    }

    private static RegisteredRelease entered(ReleaseStep step, Declared declared, String key) {
        boolean carried = step.action() == ReleaseAction.CARRY;
        return new RegisteredRelease(
                step.digest(),
                step.edition(),
                step.version(),
                declared.title(),
                declared.scope(),
                carried ? ReleaseOrigin.BUILT_IN : ReleaseOrigin.UPLOADED,
                step.after(),
                step.author(),
                null,
                carried ? new Approval(ReleaseStep.BUILD, step.at(), null, key) : null,
                step.effective(),
                step.after() == ReleaseStatus.IN_FORCE,
                step.at());
    }

    private static RegisteredRelease moved(@Nullable RegisteredRelease release, ReleaseStep step, String key) {
        if (release == null) {
            throw new IllegalStateException("the step of revision " + step.revision() + " is of no release");
        }
        return new RegisteredRelease(
                release.digest(),
                release.edition(),
                release.version(),
                release.title(),
                release.scope(),
                release.origin(),
                step.after(),
                release.author(),
                step.submitter(),
                step.action() == ReleaseAction.APPROVE
                        ? new Approval(step.person(), step.at(), step.impact(), key)
                        : release.approval(),
                step.effective() == null ? release.effective() : step.effective(),
                release.everInForce() || step.after() == ReleaseStatus.IN_FORCE,
                release.entered());
    }
}
