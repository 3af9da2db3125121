package cadre.service.release.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.check.Report;
import cadre.engine.check.Report.Counts;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An answer is taken whole or not at all. */
class AnswersTest {
    private static final Told TOLD = new Told(
            Severity.ERROR,
            Problem.of("archive.link", Place.at("规则.drl", 3, 4).child("a/b"), "规则.drl"),
            Optional.of("E-03"),
            "text 文字");
    private static final Report REPORT =
            new Report("2026", Optional.empty(), List.of(TOLD, TOLD), new Counts(1, 2, 3, 4, 5, 6, 7));

    @Test
    void what_is_written_is_read() throws IOException {
        Checked checked = Answers.checked(Answers.of(REPORT));

        assertThat(checked.problems()).containsExactly(TOLD, TOLD);
        assertThat(checked.counts()).isEqualTo(REPORT.counts());
        assertThat(Answers.kjar(Answers.of(new byte[] {1, 2}))).containsExactly(1, 2);
    }

    @Test
    void an_answer_cut_anywhere_is_none() {
        byte[] answer = Answers.of(REPORT);
        for (int length = 0; length < answer.length; length++) {
            byte[] cut = Arrays.copyOf(answer, length);
            assertThatThrownBy(() -> Answers.checked(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_altered_anywhere_is_none() {
        byte[] answer = Answers.of(REPORT);
        for (int at = 0; at < answer.length; at++) {
            byte[] altered = answer.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> Answers.checked(altered)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void noise_is_no_answer() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> Answers.checked(noise)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Answers.kjar(noise)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_to_another_question_is_none() {
        assertThatThrownBy(() -> Answers.kjar(Answers.of(REPORT))).isInstanceOf(IOException.class);
    }

    @Test
    void a_problem_that_no_bundle_knows_is_no_answer() {
        Report unknown = new Report(
                "2026",
                Optional.empty(),
                List.of(new Told(
                        Severity.ERROR, Problem.of("archive.unheard-of", Place.at("", 0, 0)), Optional.empty(), "")),
                REPORT.counts());

        assertThatThrownBy(() -> Answers.checked(Answers.of(unknown))).isInstanceOf(IOException.class);
    }
}
