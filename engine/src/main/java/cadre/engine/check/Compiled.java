package cadre.engine.check;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import cadre.engine.rulebook.Rulebook;
import cadre.engine.rulebook.RulebookBroken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has Drools compile an edition; what Drools says stays here, for an author can do nothing with it. */
final class Compiled {
    private Compiled() {}

    static Optional<Rulebook> of(Edition edition, EditionSources sources, Problems problems) {
        try {
            return Optional.of(Rulebook.load(Rulebook.compile(edition, sources.files()), edition));
        } catch (RulebookBroken broken) {
            Rule culprit = culprit(edition, edition.rules());
            problems.add("check.cannot-compile", culprit.place(), culprit.id());
            return Optional.empty();
        }
    }

    /** A rule that fails alone, found by halving; the last one if only all together fail. */
    private static Rule culprit(Edition edition, List<Rule> rules) {
        if (rules.size() == 1) {
            return rules.get(0);
        }
        List<Rule> half = rules.subList(0, rules.size() / 2);
        return culprit(edition, fails(edition, half) ? half : rules.subList(half.size(), rules.size()));
    }

    private static boolean fails(Edition edition, List<Rule> rules) {
        Edition part = edition.with(List.of(new RuleFile("part.drl", rules)), edition.parameters());
        try {
            Rulebook.load(Rulebook.compile(part, Map.of()), part);
            return false;
        } catch (RulebookBroken broken) {
            return true;
        }
    }
}
