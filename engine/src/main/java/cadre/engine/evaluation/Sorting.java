package cadre.engine.evaluation;

import cadre.engine.inference.Firing;
import java.util.List;

/** The order of firings within a stratum: by criterion, then by the facts they rest on. */
final class Sorting {
    private Sorting() {}

    static int compare(Firing one, Firing other) {
        int byCriterion = one.rule().id().compareTo(other.rule().id());
        return byCriterion == 0 ? compare(one.facts(), other.facts()) : byCriterion;
    }

    private static int compare(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int byId = one.get(i).compareTo(other.get(i));
            if (byId != 0) {
                return byId;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
