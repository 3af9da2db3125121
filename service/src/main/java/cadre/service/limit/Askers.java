package cadre.service.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Those who ask, each with a share of their own; who has nothing in hand is forgotten once there are many. */
final class Askers {
    static final int REMEMBERED = 10_000;

    private final Map<String, Asker> askers = new ConcurrentHashMap<>();
    private final int perSecond;
    private final int atOnce;

    Askers(int perSecond, int atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    Asker of(String name, long now) {
        if (askers.size() >= REMEMBERED && !askers.containsKey(name)) {
            askers.values().removeIf(asker -> asker.idle(now));
        }
        return askers.computeIfAbsent(name, any -> new Asker(perSecond, atOnce, now));
    }

    int size() {
        return askers.size();
    }
}
