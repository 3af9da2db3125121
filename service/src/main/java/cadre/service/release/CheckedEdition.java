package cadre.service.release;

import cadre.engine.check.Report.Counts;
import cadre.engine.check.Told;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import java.util.List;

/**
 * An edition that was sent in and is sound.
 *
 * @param warnings what somebody should look at
 */
public record CheckedEdition(EditionSources sources, Edition edition, List<Told> warnings, Counts counts) {
    public CheckedEdition {
        warnings = List.copyOf(warnings);
    }
}
