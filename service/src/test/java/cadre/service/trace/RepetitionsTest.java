package cadre.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What repeats is written once at once and once at the window's end, however often and however varied it comes. */
class RepetitionsTest {
    private final Repetitions repetitions = new Repetitions();

    private boolean first(Trace trace, String same) {
        return repetitions
                .first(trace.kind(), trace.person(), trace.address(), same, () -> trace)
                .isPresent();
    }

    private static Trace denied(String address) {
        return Trace.of(Kind.DENIED, null, "GET /", address);
    }

    @Test
    void the_first_is_told_at_once_and_the_others_by_their_number() {
        assertThat(first(denied("192.0.2.1"), "x")).isTrue();
        assertThat(first(denied("192.0.2.1"), "x")).isFalse();
        assertThat(first(denied("192.0.2.1"), "x")).isFalse();
        assertThat(first(denied("192.0.2.2"), "x")).isTrue();
        assertThat(first(denied("192.0.2.1"), "y")).isTrue();

        List<Trace> ended = repetitions.end();

        assertThat(ended).singleElement().satisfies(trace -> {
            assertThat(trace.times()).isEqualTo(2);
            assertThat(trace.address()).isEqualTo("192.0.2.1");
        });
        assertThat(repetitions.end()).isEmpty();
        assertThat(first(denied("192.0.2.1"), "x")).isTrue();
    }

    @Test
    void a_flood_from_many_addresses_writes_a_bounded_number_of_rows_and_none_is_left_out_of_the_count()
            throws InterruptedException {
        int flood = 50_000;
        AtomicInteger written = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < flood; i++) {
            String address = "192.0.2." + i;
            threads.execute(() -> {
                if (first(denied(address), "x")) {
                    written.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        int counted = repetitions.end().stream().mapToInt(Trace::times).sum();

        assertThat(written.get()).isBetween(Repetitions.TOLD_APART, Repetitions.TOLD_APART + 16);
        assertThat(written.get() + counted).isEqualTo(flood);
    }

    @Test
    void whatever_a_request_says_fits_into_its_row() {
        Trace trace = Trace.of(Kind.DENIED, null, "\u0000" + "\uD83D\uDE00".repeat(400), "a".repeat(200));

        assertThat(trace.what()).startsWith("?").hasSizeLessThanOrEqualTo(500).doesNotContain("\u0000");
        assertThat(Character.isHighSurrogate(trace.what().charAt(trace.what().length() - 1)))
                .isFalse();
        assertThat(trace.address()).hasSize(100);
    }
}
