package cadre.service.release;

import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.difference.Difference;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.service.access.Caller;
import cadre.service.problem.OneLine;
import cadre.service.problem.Rejected;
import cadre.service.release.Life.Wish;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do with releases, from sending one in to taking it out of force. */
@Service
public class ReleaseLife {
    private static final int LONGEST_REASON = 1000;

    /** Steps that leave somebody wondering why. */
    private static final Set<ReleaseAction> GIVE_A_REASON =
            EnumSet.of(ReleaseAction.REJECT, ReleaseAction.RETIRE, ReleaseAction.ROLL_BACK);

    private final Reception reception;
    private final ReleaseRegister register;
    private final ReleaseRecords records;
    private final ReleaseImpacts impacts;

    ReleaseLife(Reception reception, ReleaseRegister register, ReleaseRecords records, ReleaseImpacts impacts) {
        this.reception = reception;
        this.register = register;
        this.records = records;
        this.impacts = impacts;
    }

    /**
     * What came of sending a release in.
     *
     * @param first whether it is new; the same sources twice are one release
     */
    public record Uploaded(RegisteredRelease release, CheckedEdition checked, boolean first) {}

    /**
     * Checks an edition that was sent in and keeps it as a draft.
     *
     * @param archive a kjar, or a zip of an edition's folder
     * @param note what its author says of it
     * @throws Rejected if nothing was stored
     */
    public Uploaded upload(Caller caller, byte[] archive, @Nullable String note) {
        refuseReason(note, false);
        CheckedEdition checked = reception.check(archive);
        String digest = checked.edition().digest();
        Optional<RegisteredRelease> entered = register.take(
                (life, now) -> life.find(digest).isPresent()
                        ? null
                        : life.upload(checked.edition(), caller.person(), now, note),
                () -> records.keep(checked.sources(), checked.edition()));
        RegisteredRelease release = entered.or(() -> register.find(digest)).orElseThrow();
        if (release.status() == ReleaseStatus.REJECTED || release.status() == ReleaseStatus.WITHDRAWN) {
            throw Rejected.because(409, "release-closed", release.version(), release.status())
                    .with("digest", digest);
        }
        return new Uploaded(release, checked, entered.isPresent());
    }

    /**
     * Takes any step but those that bring a release in.
     *
     * @param digest of the release; no other name will do, so that nobody approves what they have not seen
     * @param effective from when it is to be in force, if the step is to schedule it
     * @param impact digest of the report of its impact that was seen, if the step is to approve it
     * @throws Rejected if the step is not lawful; nothing has changed then
     */
    public RegisteredRelease take(
            Caller caller,
            String digest,
            ReleaseAction action,
            @Nullable String reason,
            @Nullable Instant effective,
            @Nullable String impact) {
        refuseReason(reason, GIVE_A_REASON.contains(action));
        RegisteredRelease known =
                register.find(digest).orElseThrow(() -> Rejected.because(404, "no-such-digest", digest));
        if (action == ReleaseAction.APPROVE && known.status() == ReleaseStatus.SUBMITTED) {
            refuseUnseen(digest, impact);
        }
        return register.take(
                        (life, now) ->
                                life.next(digest, new Wish(action, caller.person(), now, reason, effective, impact)),
                        () -> {})
                .orElseThrow();
    }

    /** Who approves has the newest report of what the release would do, for exactly these sources. */
    private void refuseUnseen(String digest, @Nullable String impact) {
        ReleaseImpacts.Attached newest = impacts.newest(digest)
                .filter(attached -> impacts.report(digest, attached.digest()).isPresent())
                .orElseThrow(() -> Rejected.because(409, "impact-missing", digest));
        if (!newest.digest().equals(impact)) {
            throw Rejected.because(409, "impact-outdated", String.valueOf(impact), newest.digest())
                    .with("impact", newest.digest())
                    .at("impact");
        }
    }

    private static void refuseReason(@Nullable String reason, boolean needed) {
        if (reason == null ? needed : !OneLine.is(reason, LONGEST_REASON)) {
            throw Rejected.because(400, "step-reason").at("reason");
        }
    }

    /** All releases, in the order in which they came. */
    public List<RegisteredRelease> all() {
        return register.all();
    }

    /**
     * The release of this digest, or the one that has or had this version.
     *
     * @throws Rejected if there is none
     */
    public RegisteredRelease named(String name) {
        return register.all().stream()
                .filter(release ->
                        release.digest().equals(name) || release.version().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Rejected.because(404, "no-such-digest", name));
    }

    /** For which types, levels and days nothing is in force. */
    public List<Gaps.Gap> gaps() {
        return Gaps.between(register.standing().inForce());
    }

    /**
     * What changed from one release to another, in policy words.
     *
     * @throws Rejected if there is no such release
     */
    public Difference difference(String before, String after) {
        Read older = read(named(before));
        Read newer = read(named(after));
        return Difference.of(older.edition, older.cases, newer.edition, newer.cases);
    }

    /** An edition with the cases that prove it. */
    private record Read(Edition edition, List<Scenario> cases) {}

    private Read read(RegisteredRelease release) {
        EditionSources sources = records.sources(release.digest())
                .orElseThrow(() -> new IllegalStateException("the sources of " + release.digest() + " are not stored"));
        Problems problems = new Problems();
        return EditionReader.read(sources, problems)
                .map(edition -> new Read(edition, CasesReader.read(sources, edition, problems)))
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    /** A step with the proof that it was taken: the bytes that are signed, and by which key. */
    public record ProvenStep(ReleaseStep step, String record, String key, String signature) {}

    /** The steps of a release, first to last. */
    public List<ProvenStep> steps(String digest) {
        return register.steps(digest).stream()
                .map(recorded -> new ProvenStep(
                        recorded.step(),
                        new String(recorded.record(), java.nio.charset.StandardCharsets.UTF_8),
                        recorded.signed().key(),
                        recorded.signed().signature()))
                .toList();
    }
}
