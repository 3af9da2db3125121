package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.reference.ReferenceInference;
import cadre.service.release.Life.Wish;

/** Takes steps in the register as people would, without asking whether evidence was looked at. */
public final class Steps {
    private final ReleaseRegister register;
    private final ReleaseRecords records;

    Steps(ReleaseRegister register, ReleaseRecords records) {
        this.register = register;
        this.records = records;
    }

    /** A new draft; gives its digest. */
    public String draft(EditionSources sources) {
        Problems problems = new Problems();
        Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> new AssertionError(problems.all()));
        records.enter(new Release(sources, edition, (day, limits) -> new ReferenceInference(edition, day, limits)));
        assertThat(register.take((life, now) -> life.upload(edition, "author", now, null), () -> {}))
                .isPresent();
        return edition.digest();
    }

    /** The same, approved. */
    public String approved(EditionSources sources) {
        String digest = draft(sources);
        approve(digest);
        return digest;
    }

    /** Submits a draft and approves it. */
    public void approve(String digest) {
        step(digest, ReleaseAction.SUBMIT, "author");
        step(digest, ReleaseAction.APPROVE, "approver");
    }

    public void enforce(String digest) {
        step(digest, ReleaseAction.ENFORCE, "approver");
    }

    public void rollBack(String digest) {
        step(digest, ReleaseAction.ROLL_BACK, "approver");
    }

    public void retire(String digest) {
        step(digest, ReleaseAction.RETIRE, "approver");
    }

    private void step(String digest, ReleaseAction action, String person) {
        String impact = action == ReleaseAction.APPROVE ? "sha256:" + "0".repeat(64) : null;
        assertThat(register.take(
                        (life, now) -> life.next(digest, new Wish(action, person, now, "as a test", null, impact)),
                        () -> {}))
                .isPresent();
    }
}
