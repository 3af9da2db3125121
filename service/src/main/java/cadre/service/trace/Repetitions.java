package cadre.service.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What repeats within a window: the first is told at once, the others are counted, so that neither a busy system nor an attacker
 * fills the disk. Of each kind so many different ones are told apart, all others are counted together.
 */
final class Repetitions {
    static final int TOLD_APART = 1000;

    private final Map<Kind, Map<Key, Count>> counts = new ConcurrentHashMap<>();

    private record Key(@Nullable String person, String address, String same) {
        static final Key OTHERS = new Key(null, "", "");
    }

    private static final class Count {
        private final AtomicInteger times = new AtomicInteger();
        private final Trace first;

        Count(Trace first) {
            this.first = first;
        }
    }

    /**
     * Counts one more.
     *
     * @param same what makes two of one kind, person and address the same
     * @param told makes the trace, if it is the first
     * @return the first, to be written now
     */
    Optional<Trace> first(Kind kind, @Nullable String person, String address, String same, Supplier<Trace> told) {
        Map<Key, Count> alike = counts.computeIfAbsent(kind, any -> new ConcurrentHashMap<>());
        Key key = new Key(person, address, same);
        if (!alike.containsKey(key) && alike.size() >= TOLD_APART) {
            key = Key.OTHERS;
        }
        Count known = alike.get(key);
        if (known == null) {
            Count first = new Count(told.get());
            known = alike.putIfAbsent(key, first);
            if (known == null) {
                return Optional.of(first.first);
            }
        }
        known.times.incrementAndGet();
        return Optional.empty();
    }

    /** Ends the window: one trace for each that was repeated, telling how often. */
    List<Trace> end() {
        List<Trace> repeated = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<Key, Count> ended = counts.remove(kind);
            if (ended != null) {
                ended.forEach((key, count) -> {
                    if (count.times.get() > 0) {
                        Trace one = key.equals(Key.OTHERS) ? Trace.of(kind, null, "others", "") : count.first;
                        repeated.add(one.again(count.times.get()));
                    }
                });
            }
        }
        return repeated;
    }
}
