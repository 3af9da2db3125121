package cadre.engine.impact;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What the candidate makes of a group of cases, or of all. */
final class Group {
    long cases;
    long refused;
    long failed;
    long movers;
    long heldGained;
    long heldLost;
    BigDecimal shift = BigDecimal.ZERO;
    final Map<Mover.Way, Long> grades = new EnumMap<>(Mover.Way.class);
    final Map<Mover.Way, Long> bandWays = new EnumMap<>(Mover.Way.class);
    final Map<Pair<Standing>, Long> standings = new TreeMap<>();
    final Map<Pair<String>, Long> bands = new TreeMap<>();

    long evaluated() {
        return cases - refused - failed;
    }

    void add(Compared compared) {
        cases++;
        count(standings, new Pair<>(compared.decided(), compared.candidate()), 1);
        if (compared.candidate().equals(Standing.REFUSED)) {
            refused++;
        } else if (compared.candidate().equals(Standing.FAILED)) {
            failed++;
        } else {
            shift = shift.add(compared.shift());
            count(grades, compared.grade(), 1);
            count(bandWays, compared.band(), 1);
            count(bands, new Pair<>(compared.bandDecided(), compared.bandCandidate()), 1);
            movers += compared.moves() ? 1 : 0;
            heldGained += !compared.decided().held() && compared.candidate().held() ? 1 : 0;
            heldLost += compared.decided().held() && !compared.candidate().held() ? 1 : 0;
        }
    }

    void add(Group other) {
        cases += other.cases;
        refused += other.refused;
        failed += other.failed;
        movers += other.movers;
        heldGained += other.heldGained;
        heldLost += other.heldLost;
        shift = shift.add(other.shift);
        other.grades.forEach((way, more) -> count(grades, way, more));
        other.bandWays.forEach((way, more) -> count(bandWays, way, more));
        other.standings.forEach((pair, more) -> count(standings, pair, more));
        other.bands.forEach((pair, more) -> count(bands, pair, more));
    }

    static <K> void count(Map<K, Long> counts, K key, long more) {
        counts.merge(key, more, Long::sum);
    }

    long grades(Mover.Way way) {
        return grades.getOrDefault(way, 0L);
    }

    long bands(Mover.Way way) {
        return bandWays.getOrDefault(way, 0L);
    }

    /** Cases whose grade is another one. */
    long otherGrade() {
        return grades(Mover.Way.UP) + grades(Mover.Way.DOWN) + grades(Mover.Way.ASIDE);
    }
}
