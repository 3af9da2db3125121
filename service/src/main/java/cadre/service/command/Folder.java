package cadre.service.command;

import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import java.nio.file.Path;
import java.util.List;

/** An edition read from its folder, with the cases that prove it. */
record Folder(EditionSources sources, Edition edition, List<Scenario> cases) {
    /**
     * Reads a folder.
     *
     * @throws Refused with all its problems
     */
    static Folder read(Path folder) throws Refused {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.read(folder, problems).orElseThrow(() -> new Refused(problems.all()));
        Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> new Refused(problems.all()));
        List<Scenario> cases = CasesReader.read(sources, edition, problems);
        problems.refuse();
        return new Folder(sources, edition, cases);
    }
}
