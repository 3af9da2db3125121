package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.edition.Edition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows edited by hand and keys that are gone: nothing that was uploaded is in force any more. */
abstract class EditedRegisterContract extends RegisterFixture {
    /** What somebody with access to the database may try. */
    enum Edit {
        DIGEST("update release_step set digest = 'sha256:0' where revision = 4"),
        ACTION("update release_step set action = 'RETIRE' where revision = 4"),
        PERSON("update release_step set person = 'eve' where revision = 4"),
        AUTHOR("update release_step set author = 'eve' where revision = 4"),
        SUBMITTER("update release_step set submitter = 'eve' where revision = 4"),
        TIME("update release_step set taken = timestamp '2020-01-01 00:00:00' where revision = 4"),
        SIGNATURE(
                "update release_step set signature = (select signature from release_step where revision = 3) where revision = 4"),
        KEY("update release_step set key_id = '0000000000000000' where revision = 4"),
        RECORD(
                "update release_step set record = (select record from release_step where revision = 3) where revision = 4"),
        ANOTHER_SIGNED_STEP("""
                update release_step set (record, signature, key_id, digest, action, person, submitter) =
                (select record, signature, key_id, digest, action, person, submitter from release_step where revision = 3) where revision = 4"""),
        TAKEN_OUT("delete from release_step where revision = 4"),
        ALL_BUT_ENDS_TAKEN_OUT("delete from release_step where revision between 2 and 4"),
        REPEATED("""
                insert into release_step select 6, digest, action, person, author, submitter, taken, record, key_id, signature
                from release_step where revision = 5""");

        final String sql;

        Edit(String sql) {
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_edited_by_hand_is_found_and_nothing_uploaded_is_in_force(Edit edit) {
        RegisteredRelease release = inForce("2026.902");
        jdbc.sql(edit.sql).update();

        ReleaseRegister next = started();

        Standing standing = next.standing();
        assertThat(standing.broken()).isTrue();
        assertThat(versions(standing)).doesNotContain("2026.902");
        assertThat(next.broken()).isPresent();
        assertThat(next.find(release.digest())).isEmpty();
        refused(
                "register-broken",
                () -> next.take((life, now) -> life.upload(edition("2026.903", ""), AUTHOR, now, null), () -> {}));
    }

    @Test
    void a_status_made_up_by_hand_puts_nothing_into_force() {
        RegisteredRelease draft = upload("2026.902");
        for (ReleaseAction action : List.of(ReleaseAction.SUBMIT, ReleaseAction.APPROVE, ReleaseAction.ENFORCE)) {
            long revision = new StepRows(source).revision() + 1;
            row(revision, action, APPROVER, AUTHOR, SUBMITTER);
            jdbc.sql("update release_step set digest = ? where revision = ?")
                    .param(draft.digest())
                    .param(revision)
                    .update();
        }

        assertThat(started().standing().broken()).isTrue();
        assertThat(started().standing().inForce()).isEmpty();
    }

    @Test
    void steps_that_vanish_while_a_process_runs_are_missed() {
        inForce("2026.902");
        register.standing();
        jdbc.sql("delete from release_step where revision > 3").update();

        assertThat(register.standing().broken()).isTrue();
    }

    @Test
    void editions_that_no_upload_had_to_do_with_stay_in_force_when_the_register_is_broken() {
        register.carry(List.of(BUILT_IN, renamedTerm()));
        inForce("2026.902");
        jdbc.sql(Edit.SIGNATURE.sql).update();
        ReleaseRegister next = started();
        next.carry(List.of(BUILT_IN, renamedTerm()));

        assertThat(versions(next.standing())).containsExactly("2026-term.9");
    }

    private static Edition renamedTerm() {
        return renamed(
                edition("2026.977", "applies-to: { types: [ TERM ], levels: [ COUNTY ] }"), "2026-term", "2026-term.9");
    }

    @Test
    void without_the_keys_nothing_uploaded_is_in_force_and_nothing_is_approved() throws Exception {
        RegisteredRelease release = inForce("2026.902");
        Path lost = folder.resolve("lost.pem");

        ReleaseRegister next = started(lost);

        assertThat(next.standing().broken()).isTrue();
        assertThat(next.standing().inForce()).isEmpty();
        assertThat(lost).doesNotExist();
        refused("register-broken", () -> take(next, release, ReleaseAction.RETIRE, APPROVER));
    }

    @Test
    void a_new_key_signs_while_the_old_one_still_vouches_for_what_it_signed() throws Exception {
        inForce("2026.902");
        Path rotated = folder.resolve("rotated.pem");
        SigningKeys.make(rotated);
        String old = Files.readString(folder.resolve("keys.pem"));
        assertThat(started(rotated).standing().broken()).isTrue();
        Files.writeString(rotated, Files.readString(rotated) + old.substring(old.indexOf("-----BEGIN PUBLIC")));

        ReleaseRegister next = started(rotated);
        take(next, next.find(BUILT_IN.digest()).orElseThrow(), ReleaseAction.ROLL_BACK, APPROVER);

        assertThat(versions(started(rotated).standing())).containsExactly(BUILT_IN.version());
        assertThat(started().standing().broken()).isTrue();
        assertThat(jdbc.sql("select count(distinct key_id) from release_step")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_file_of_keys_is_for_its_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).noneMatch(file -> file.toString().contains(".keys"));
        }
    }
}
