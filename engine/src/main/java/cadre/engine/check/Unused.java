package cadre.engine.check;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.language.Condition;
import cadre.engine.language.Rule;
import java.util.HashSet;
import java.util.Set;

/** What an edition declares and nothing reads: who changes it would believe that it acts. */
final class Unused {
    private Unused() {}

    static void parameters(Edition edition, Written written, Problems problems) {
        Set<String> read = new HashSet<>();
        for (Rule rule : edition.rules()) {
            rule.when().forEach(condition -> {
                if (condition instanceof Condition.Given given) {
                    read.add(given.parameter());
                }
            });
            if (rule.notes().atMost() != null) {
                read.add(rule.notes().atMost());
            }
        }
        read.addAll(Balance.bounds(edition).keySet());
        edition.parameters().keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name ->
                        problems.add("check.unused-parameter", written.key(EditionSources.PARAMETERS, name), name));
    }

    static void indicators(Edition edition, Written written, Problems problems) {
        IndicatorsAsked asked = new IndicatorsAsked(edition);
        Set<String> read = new HashSet<>();
        edition.rules().forEach(rule -> read.addAll(asked.by(rule.when())));
        edition.indicators().keySet().stream()
                .filter(code -> !read.contains(code))
                .forEach(code ->
                        problems.add("check.unused-indicator", written.key(EditionSources.INDICATORS, code), code));
    }

    static void dimensions(Edition edition, Written written, Problems problems) {
        Set<String> scored = new HashSet<>();
        edition.rules().stream().map(rule -> rule.notes().dimension()).forEach(dimension -> {
            if (dimension != null) {
                scored.add(dimension);
            }
        });
        edition.dimensions().stream()
                .filter(dimension -> dimension.weight().signum() > 0 && !scored.contains(dimension.code()))
                .forEach(dimension -> problems.add(
                        "check.unscored-dimension",
                        written.key(EditionSources.EDITION, "dimensions"),
                        dimension.code()));
    }
}
