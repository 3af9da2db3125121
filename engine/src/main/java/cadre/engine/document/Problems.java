package cadre.engine.document;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem, so that all are told at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String code, Place place, Object... arguments) {
        found.add(Problem.of(code, place, arguments));
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /** The problems found so far, in the order of finding. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** Throws what was found, if anything was. */
    public void refuse() throws Refused {
        if (!found.isEmpty()) {
            throw new Refused(all());
        }
    }
}
