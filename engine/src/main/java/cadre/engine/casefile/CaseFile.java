package cadre.engine.casefile;

import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one cadre for one appraisal.
 *
 * @param entries every list fact, registers consulted included: lists in the order of the vocabulary, facts as written
 */
public record CaseFile(Cadre cadre, Appraisal appraisal, List<Entry> entries) {
    public CaseFile {
        entries = List.copyOf(entries);
    }

    /**
     * A reported fact and what vouches for it.
     *
     * @param verified whether it was verified; registers consulted always are
     * @param source who reported it
     * @param evidence the document that proves it
     */
    public record Entry(
            Fact fact,
            boolean verified,
            @Nullable String source,
            @Nullable String evidence) {}

    /** The facts that rules may judge by. */
    public Stream<Fact> verified() {
        return entries.stream().filter(Entry::verified).map(Entry::fact);
    }
}
