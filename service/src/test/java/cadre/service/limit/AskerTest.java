package cadre.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares are exact, by a clock that the test sets. */
class AskerTest {
    private static final long SECOND = 1_000_000_000L;
    /** Not known to the compiler, which would refuse the overflow that is tried. */
    private static final long BEGIN = Long.parseLong("9223372035854775807");

    @Test
    void a_seconds_worth_may_come_at_once_and_then_as_many_as_are_worked_off() {
        Pace pace = new Pace(100, BEGIN);

        assertThat(IntStream.range(0, 500).filter(i -> pace.take(BEGIN) == 0)).hasSize(100);
        assertThat(pace.take(BEGIN)).isEqualTo(SECOND / 100);
        assertThat(IntStream.range(0, 500).filter(i -> pace.take(BEGIN + SECOND / 2) == 0))
                .hasSize(50);
        assertThat(IntStream.range(0, 500).filter(i -> pace.take(BEGIN + 60 * SECOND) == 0))
                .hasSize(100);
    }

    @Test
    void in_the_long_run_no_more_come_than_the_pace_allows_even_where_the_clock_overflows() {
        Pace pace = new Pace(7, BEGIN);

        long through = IntStream.range(0, 100_000)
                .filter(i -> pace.take(BEGIN + i * SECOND / 1000) == 0)
                .count();

        assertThat(through).isBetween(700L, 707L);
    }

    @Test
    void one_a_second_lets_one_through_a_second() {
        Pace pace = new Pace(1, BEGIN);

        assertThat(pace.take(BEGIN)).isZero();
        assertThat(pace.take(BEGIN)).isEqualTo(SECOND);
        assertThat(pace.take(BEGIN + SECOND)).isZero();
    }

    @Test
    void as_many_are_in_hand_as_may_be_and_who_is_refused_takes_no_place() {
        Asker asker = new Asker(1000, 2, BEGIN);

        assertThat(asker.begin(BEGIN)).isZero();
        assertThat(asker.begin(BEGIN)).isZero();
        assertThat(asker.begin(BEGIN)).isEqualTo(1);
        assertThat(asker.begin(BEGIN)).isEqualTo(1);
        asker.done();
        assertThat(asker.begin(BEGIN)).isZero();
        asker.done();
        asker.done();
        assertThat(asker.idle(BEGIN + SECOND)).isTrue();
    }

    @Test
    void those_with_nothing_in_hand_are_forgotten_once_there_are_many_and_the_others_are_not() {
        Askers askers = new Askers(1, 1);
        assertThat(askers.of("busy", BEGIN).begin(BEGIN)).isZero();
        for (int i = 0; i < Askers.REMEMBERED * 3; i++) {
            askers.of("address " + i, BEGIN + 10 * SECOND);
        }

        assertThat(askers.size()).isLessThanOrEqualTo(Askers.REMEMBERED + 1);
        assertThat(askers.of("busy", BEGIN + 10 * SECOND).begin(BEGIN + 10 * SECOND))
                .isEqualTo(1);
    }
}
