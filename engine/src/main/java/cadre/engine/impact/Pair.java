package cadre.engine.impact;

import java.util.Comparator;

/** Something as decided and as the candidate has it. */
record Pair<T extends Comparable<T>>(T decided, T candidate) implements Comparable<Pair<T>> {
    @Override
    public int compareTo(Pair<T> other) {
        return Comparator.comparing((Pair<T> pair) -> pair.decided())
                .thenComparing(pair -> pair.candidate())
                .compare(this, other);
    }
}
