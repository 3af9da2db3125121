package cadre.engine.mutation;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.EditionSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The changes that no case notices, held against those that the edition accepts. */
final class Survivors {
    private final @Nullable Datum parameters;
    private final List<Mutant> mutants;
    private final List<Mutant> survivors;

    Survivors(EditionSources sources, List<Mutant> mutants, List<Mutant> survivors) {
        byte[] bytes = sources.files().get(EditionSources.PARAMETERS);
        this.parameters = bytes == null ? null : YamlDocument.read(EditionSources.PARAMETERS, bytes, new Problems());
        this.mutants = mutants;
        this.survivors = survivors;
    }

    /** Survivors that are not accepted, then what is accepted and is none. */
    List<Problem> problems(List<AcceptedSurvivor> accepted) {
        Set<String> reasoned = accepted.stream().map(AcceptedSurvivor::mutant).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        survivors.stream()
                .filter(mutant -> !reasoned.contains(mutant.id()))
                .map(mutant -> Problem.of(
                        code(mutant.change().kind()),
                        place(mutant),
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

    /** The value that is moved, as it is written. */
    private Place place(Mutant mutant) {
        Place named = mutant.change().place();
        return mutant.change().kind() != Change.Kind.PARAMETER
                ? named
                : under(parameters, mutant.of())
                        .map(parameter -> under(parameter, "values")
                                .filter(Datum.Sequence.class::isInstance)
                                .flatMap(values -> ((Datum.Sequence) values)
                                        .items().stream()
                                                .flatMap(dated -> under(dated, "value").stream())
                                                .filter(value -> value instanceof Datum.Scalar written
                                                        && written.text()
                                                                .equals(mutant.change()
                                                                        .from()))
                                                .findFirst())
                                .orElse(parameter)
                                .place())
                        .orElse(named);
    }

    private static Optional<Datum> under(@Nullable Datum datum, String key) {
        return datum instanceof Datum.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                : Optional.empty();
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
