package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.facts.Stratum;
import java.util.List;

/**
 * One rule of a rule file.
 *
 * @param id first word of the name, such as E-03; unique in an edition
 * @param notes its annotations
 * @param stratum from its agenda-group
 * @param when its conditions, all of which must hold
 * @param then what it concludes
 * @param place of its first word
 * @param source its text as the author wrote it
 */
public record Rule(
        String id,
        Notes notes,
        Stratum stratum,
        List<Condition> when,
        List<Conclusion> then,
        Place place,
        String source) {
    public Rule {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }
}
