package cadre.engine.check;

import cadre.engine.document.Problem;
import cadre.engine.edition.EditionSources;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which problems only follow from another: of a name taken twice the one that was meant is unknown everywhere else, and a key
 * that is misspelt is missing as well.
 */
final class Following {
    private static final Set<String> NOT_KNOWN = Set.of("document.unknown-word", "document.misspelt-word");
    private static final Pattern ID = Pattern.compile("[A-Z]+-[0-9]+.*");

    private final boolean rules;
    private final boolean parameters;
    private final boolean indicators;
    private final Set<String> misspelt;

    Following(List<Problem> found) {
        this.rules = found.stream().anyMatch(problem -> problem.code().equals("language.repeated-id"));
        this.parameters = twice(found, EditionSources.PARAMETERS);
        this.indicators = twice(found, EditionSources.INDICATORS);
        this.misspelt = found.stream()
                .filter(problem -> problem.code().equals("document.misspelt-key"))
                .map(problem -> key(problem, 1))
                .collect(Collectors.toSet());
    }

    private static boolean twice(List<Problem> found, String file) {
        return found.stream()
                .anyMatch(problem -> problem.code().equals("document.duplicate-key")
                        && problem.place().file().equals(file));
    }

    /** Whether a problem would be gone with the other. */
    boolean follows(Problem problem) {
        if (NOT_KNOWN.contains(problem.code()) && problem.place().file().endsWith(".cases.yaml")) {
            return ID.matcher(problem.arguments().get(0)).matches() ? rules : indicators;
        }
        return switch (problem.code()) {
            case "language.unknown-parameter" -> parameters;
            case "language.unknown-code" ->
                problem.arguments().get(1).equals("indicator")
                        ? indicators
                        : problem.arguments().get(1).equals("criterion") && rules;
            case "document.missing-key" -> misspelt.contains(key(problem, 0));
            default -> false;
        };
    }

    /** A key and the mapping in which it stands, or should. */
    private static String key(Problem problem, int argument) {
        String pointer = problem.place().pointer();
        return problem.place().file()
                + pointer.substring(0, pointer.lastIndexOf('/') + 1)
                + problem.arguments().get(argument);
    }
}
