package cadre.engine.language;

import cadre.engine.document.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is shown to an author who wrote a word that nothing is called. */
final class Meant {
    private static final int SHOWN = 12;

    private Meant() {}

    /** The known word nearest to this one; if none is near, the known words. */
    static String by(String word, Collection<String> known) {
        return Nearest.to(word, known).orElseGet(() -> some(known));
    }

    private static String some(Collection<String> known) {
        String shown = known.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return known.size() > SHOWN ? shown + ", ..." : shown;
    }
}
