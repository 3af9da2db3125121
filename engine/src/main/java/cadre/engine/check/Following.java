package cadre.engine.check;

import cadre.engine.document.Problem;
import cadre.engine.edition.EditionSources;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which problems only follow from a name taken twice: the name that was meant is then unknown everywhere else. */
final class Following {
    private static final Set<String> NOT_KNOWN = Set.of("document.unknown-word", "document.misspelt-word");
    private static final Pattern ID = Pattern.compile("[A-Z]+-[0-9]+.*");

    private final boolean rules;
    private final boolean parameters;
    private final boolean indicators;

    Following(List<Problem> found) {
        this.rules = found.stream().anyMatch(problem -> problem.code().equals("language.repeated-id"));
        this.parameters = twice(found, EditionSources.PARAMETERS);
        this.indicators = twice(found, EditionSources.INDICATORS);
    }

    private static boolean twice(List<Problem> found, String file) {
        return found.stream()
                .anyMatch(problem -> problem.code().equals("document.duplicate-key")
                        && problem.place().file().equals(file));
    }

    /** Whether a problem would be gone with the name that is taken twice. */
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
            default -> false;
        };
    }
}
