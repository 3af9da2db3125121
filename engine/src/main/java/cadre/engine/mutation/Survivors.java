package cadre.engine.mutation;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.EditionSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes that no case notices, held against those that the edition accepts. */
final class Survivors {
    private final EditionSources sources;
    private final List<Mutant> mutants;
    private final List<Mutant> survivors;

    Survivors(EditionSources sources, List<Mutant> mutants, List<Mutant> survivors) {
        this.sources = sources;
        this.mutants = mutants;
        this.survivors = survivors;
    }

    /** Survivors that are not accepted, then what is accepted and is none. */
    List<Problem> problems(List<AcceptedSurvivor> accepted) {
        Set<String> reasoned = accepted.stream().map(AcceptedSurvivor::mutant).collect(Collectors.toSet());
        Map<String, Place> parameters = parameters();
        List<Problem> problems = new ArrayList<>();
        survivors.stream()
                .filter(mutant -> !reasoned.contains(mutant.id()))
                .map(mutant -> Problem.of(
                        code(mutant.change().kind()),
                        parameters.getOrDefault(mutant.of(), mutant.change().place()),
                        mutant.of(),
                        mutant.change().from(),
                        mutant.change().to(),
                        mutant.id(),
                        String.join(", ", mutant.criteria().stream().sorted().toList())))
                .forEach(problems::add);
        problems.addAll(wrong(accepted));
        return problems;
    }

    private List<Problem> wrong(List<AcceptedSurvivor> accepted) {
        Set<String> surviving = survivors.stream().map(Mutant::id).collect(Collectors.toSet());
        Set<String> known = mutants.stream().map(Mutant::id).collect(Collectors.toSet());
        Problems problems = new Problems();
        for (AcceptedSurvivor entry : accepted) {
            if (surviving.contains(entry.mutant())) {
                continue;
            }
            if (known.contains(entry.mutant())) {
                problems.add("mutation.noticed", entry.place(), entry.mutant());
            } else {
                problems.add("mutation.unknown", entry.place(), entry.mutant());
            }
        }
        return problems.all();
    }

    private Map<String, Place> parameters() {
        Map<String, Place> places = new HashMap<>();
        byte[] bytes = sources.files().get(EditionSources.PARAMETERS);
        if (bytes != null
                && YamlDocument.read(EditionSources.PARAMETERS, bytes, new Problems()) instanceof Datum.Mapping all) {
            all.entries().forEach((name, parameter) -> places.put(name, parameter.place()));
        }
        return places;
    }

    private static String code(Change.Kind kind) {
        return switch (kind) {
            case BOUNDARY -> "mutation.boundary";
            case OPPOSITE -> "mutation.opposite";
            case CONDITION -> "mutation.condition";
            case OPTION -> "mutation.option";
            case NEGATION -> "mutation.negation";
            case MEASURE -> "mutation.measure";
            case SIGN -> "mutation.sign";
            case FORCE -> "mutation.force";
            case CONCLUSION -> "mutation.conclusion";
            case PARAMETER -> "mutation.parameter";
        };
    }
}
