package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.TextFile;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleChecker;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an edition: every file of it, every problem in them, and the edition only if there is none. */
public final class EditionReader {
    private final EditionSources sources;
    private final Problems problems;
    private final Sheet sheet;

    private EditionReader(EditionSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
        this.sheet = new Sheet(problems);
    }

    /** Reads the edition in a folder. */
    public static Optional<Edition> read(Path folder, Problems problems) {
        return EditionSources.read(folder, problems).flatMap(sources -> read(sources, problems));
    }

    /** Reads an edition from its files by name. */
    public static Optional<Edition> read(Map<String, byte[]> files, Problems problems) {
        return EditionSources.of(files, problems).flatMap(sources -> read(sources, problems));
    }

    public static Optional<Edition> read(EditionSources sources, Problems problems) {
        int before = problems.size();
        Optional<Edition> edition = draft(sources, problems);
        return problems.size() == before ? edition : Optional.empty();
    }

    /**
     * Reads an edition that may have problems: what could be read of it, to go on looking for more of them. Nothing else may
     * be done with it.
     *
     * @return nothing if edition.yaml has problems
     */
    public static Optional<Edition> draft(EditionSources sources, Problems problems) {
        return new EditionReader(sources, problems).edition();
    }

    private Optional<Edition> edition() {
        Optional<Datum> headText = yaml(EditionSources.EDITION);
        Optional<Datum> parameterText = yaml(EditionSources.PARAMETERS);
        Optional<Datum> indicatorText = yaml(EditionSources.INDICATORS);
        int before = problems.size();
        Optional<HeadReader.Head> head = headText.flatMap(new HeadReader(sheet)::read);
        boolean headIsClean = problems.size() == before;
        Map<String, ParameterLine> parameters =
                parameterText.map(new ParameterReader(sheet)::read).orElse(Map.of());
        Map<String, IndicatorLine> indicators =
                indicatorText.map(new IndicatorReader(sheet)::read).orElse(Map.of());
        Problems inRules = new Problems();
        List<RuleFile> files = rules(inRules);
        headText.ifPresent(h -> parameterText.ifPresent(
                p -> indicatorText.ifPresent(i -> RuleChecker.check(files, Declared.names(h, p, i), inRules))));
        problems.addAll(inRules.all());
        head.filter(found -> headIsClean)
                .ifPresent(found -> parameterText.ifPresent(text -> refuseUndated(files, parameters, text, found)));
        parameterText.ifPresent(text -> refuseNegative(files, parameters, text));
        return head.filter(found -> headIsClean)
                .map(found -> new Edition(
                        found.code(),
                        found.version(),
                        found.title(),
                        found.from(),
                        found.to(),
                        found.types(),
                        found.levels(),
                        found.basis(),
                        found.rounding(),
                        found.dimensions(),
                        found.grades(),
                        found.actions(),
                        found.registers(),
                        parameters,
                        indicators,
                        files,
                        sources.digest()));
    }

    private Optional<Datum> yaml(String name) {
        byte[] bytes = sources.files().get(name);
        if (bytes == null) {
            problems.add("edition.missing-file", Place.at(name, 0, 0), name);
            return Optional.empty();
        }
        return Optional.ofNullable(YamlDocument.read(name, bytes, problems));
    }

    private List<RuleFile> rules(Problems inRules) {
        List<RuleFile> files = new ArrayList<>();
        sources.files().forEach((name, bytes) -> {
            if (name.endsWith(EditionSources.RULES)) {
                @Nullable String text = TextFile.read(name, bytes, inRules);
                if (text != null) {
                    files.add(RuleReader.read(name, text, inRules));
                }
            }
        });
        if (files.isEmpty()) {
            inRules.add("edition.no-rules", Place.at("", 0, 0));
        }
        return List.copyOf(files);
    }

    /** A value holds until the next begins, so the first day in force decides. */
    private void refuseUndated(
            List<RuleFile> files, Map<String, ParameterLine> parameters, Datum written, HeadReader.Head head) {
        Map<String, Set<String>> readers = new LinkedHashMap<>();
        rules(files)
                .forEach(rule -> parameterNames(rule)
                        .forEach(name -> readers.computeIfAbsent(name, any -> new LinkedHashSet<>())
                                .add(rule.id())));
        readers.forEach((name, rules) -> Optional.ofNullable(parameters.get(name))
                .filter(parameter -> parameter.on(head.from()).isEmpty())
                .ifPresent(parameter -> problems.add(
                        "edition.parameter-begins-late",
                        Declared.valuesPlace(written, name),
                        name,
                        firstDay(parameter),
                        head.from(),
                        String.join(", ", rules))));
    }

    /** Points are 0 or more, and so is what bounds them: their sign comes from award or deduct. */
    private void refuseNegative(List<RuleFile> files, Map<String, ParameterLine> parameters, Datum written) {
        for (Rule rule : rules(files)) {
            points(rule)
                    .distinct()
                    .map(parameters::get)
                    .flatMap(Stream::ofNullable)
                    .forEach(parameter -> parameter.values().stream()
                            .filter(dated -> dated.value() instanceof BigDecimal value && value.signum() < 0)
                            .forEach(dated -> problems.add(
                                    "edition.negative-points",
                                    Declared.valuesPlace(written, parameter.name()),
                                    parameter.name(),
                                    dated.from(),
                                    ((BigDecimal) dated.value()).toPlainString(),
                                    rule.id())));
        }
    }

    /** The parameters that a rule awards or deducts as they are, and the one that bounds its points. */
    private static Stream<String> points(Rule rule) {
        Set<String> given = rule.then().stream()
                .filter(conclusion -> conclusion.verb() == Verb.AWARD || conclusion.verb() == Verb.DEDUCT)
                .flatMap(conclusion -> conclusion.arguments().stream())
                .filter(Expression.Variable.class::isInstance)
                .map(argument -> ((Expression.Variable) argument).name())
                .collect(Collectors.toSet());
        return Stream.concat(
                rule.when().stream()
                        .filter(Condition.Given.class::isInstance)
                        .map(Condition.Given.class::cast)
                        .filter(condition -> given.contains(condition.variable()))
                        .map(Condition.Given::parameter),
                Stream.ofNullable(rule.notes().atMost()));
    }

    private static LocalDate firstDay(ParameterLine parameter) {
        return parameter.values().get(0).from();
    }

    private static Stream<String> parameterNames(Rule rule) {
        return Stream.concat(
                rule.when().stream()
                        .filter(Condition.Given.class::isInstance)
                        .map(condition -> ((Condition.Given) condition).parameter()),
                Stream.ofNullable(rule.notes().atMost()));
    }

    private static List<Rule> rules(List<RuleFile> files) {
        return files.stream().flatMap(file -> file.rules().stream()).toList();
    }
}
