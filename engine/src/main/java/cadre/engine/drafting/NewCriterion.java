package cadre.engine.drafting;

import cadre.engine.document.Nearest;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.Titles;
import cadre.engine.language.RuleFile;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Begins a criterion: a rule, a parameter of 0, and two cases, both of which fail until they are filled in. No other case
 * changes, and what stood in the files stays as it is, byte for byte.
 *
 * @param id such as E-09
 * @param title the question it asks
 * @param consequence what follows from it
 * @param dimension code of the dimension it counts for; where it gives no points, of the one beside whose criteria it is to
 *     stand, or none for a place beside those of the same consequence
 */
public record NewCriterion(
        String id,
        Titles title,
        Consequence consequence,
        @Nullable String dimension) {
    private static final String PARAMETERS = "parameters.yaml";
    private static final String ELSE = "criteria";
    private static final Set<Consequence> GRADING = Set.of(Consequence.GATE, Consequence.CAP, Consequence.UNGRADED);

    /** The files that change, by name, as they are then; nothing if there is a problem. */
    public Optional<Map<String, byte[]>> in(EditionSources sources, Edition edition, Problems problems) {
        int before = problems.size();
        check(edition, problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        String topic = topic(edition);
        Skeleton skeleton = new Skeleton(this, edition, topic, indicator(edition));
        Map<String, byte[]> changed = new TreeMap<>();
        append(sources, changed, topic + ".drl", skeleton.rule());
        append(sources, changed, PARAMETERS, skeleton.parameter());
        append(sources, changed, topic + ".cases.yaml", skeleton.cases());
        Map<String, byte[]> whole = new TreeMap<>(sources.files());
        whole.putAll(changed);
        EditionReader.read(whole, problems);
        return problems.size() == before ? Optional.of(changed) : Optional.empty();
    }

    private void check(Edition edition, Problems problems) {
        Place here = Place.at("", 0, 0);
        if (edition.criteria().contains(id)) {
            problems.add("drafting.criterion-exists", here, id);
        }
        List<String> dimensions =
                edition.dimensions().stream().map(Edition.Dimension::code).toList();
        String all = String.join(", ", dimensions);
        if (dimension == null && consequence.scores()) {
            problems.add("drafting.dimension-needed", here, all);
        } else if (dimension != null && !dimensions.contains(dimension)) {
            problems.add(
                    "drafting.unknown-dimension",
                    here,
                    dimension,
                    Nearest.to(dimension, dimensions).orElse(all));
        }
        if (edition.grades().isEmpty() && GRADING.contains(consequence)) {
            problems.add("drafting.no-grades", here);
        }
        if (edition.actions().isEmpty() && consequence == Consequence.RECOMMEND) {
            problems.add("drafting.no-actions", here);
        }
        if (edition.indicators().isEmpty()) {
            problems.add("drafting.no-indicator", here);
        }
        List.of(title.en(), title.zh()).forEach(text -> {
            if (text.isBlank() || text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ' || c == '{')) {
                problems.add("drafting.title", here, text);
            }
        });
    }

    /** Of the dimension's own family, if there is one. */
    private IndicatorLine indicator(Edition edition) {
        return edition.indicators().values().stream()
                .filter(line -> line.family().equals(dimension))
                .findFirst()
                .orElseGet(() -> edition.indicators().values().iterator().next());
    }

    /** The file in which most rules like it stand, or a new one called as the dimension. */
    private String topic(Edition edition) {
        return edition.files().stream()
                .filter(file -> like(file) > 0)
                .max(Comparator.comparingLong(this::like))
                .map(file -> file.name().substring(0, file.name().length() - ".drl".length()))
                .orElse(Objects.requireNonNullElse(dimension, ELSE));
    }

    private long like(RuleFile file) {
        return file.rules().stream()
                .filter(rule -> dimension == null
                        ? rule.then().stream().anyMatch(conclusion -> conclusion.verb() == consequence.verb())
                        : dimension.equals(rule.notes().dimension()))
                .count();
    }

    private static void append(EditionSources sources, Map<String, byte[]> changed, String name, String more) {
        byte[] bytes = sources.files().getOrDefault(name, new byte[0]);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String between = text.isEmpty() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
        changed.put(name, (text + between + more).getBytes(StandardCharsets.UTF_8));
    }
}
