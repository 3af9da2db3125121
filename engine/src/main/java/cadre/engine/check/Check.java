package cadre.engine.check;

import cadre.engine.cases.CaseRun;
import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.cases.Twins;
import cadre.engine.check.Progress.Step;
import cadre.engine.check.Report.Counts;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Agreement;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.mutation.AcceptedSurvivor;
import cadre.engine.mutation.MutationCheck;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.released.ReleasedEditions;
import cadre.engine.rulebook.Rulebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks an edition whole: its files, its rules, what they weigh, its cases, and that Drools and the reference come to the
 * same. A step that means nothing because of what an earlier one found is left out; otherwise every problem of every file
 * is told in one run.
 */
public final class Check {
    private static final Set<String> NOTHING_READ = Set.of("edition.no-folder", "edition.empty-folder");

    private static final Set<String> WARNINGS = Set.of(
            "check.unused-indicator",
            "check.unscored-dimension",
            "check.same-conditions",
            "check.never-fires",
            "check.always-fires");
    private static final Set<String> NOT_KNOWN = Set.of("document.unknown-word", "document.misspelt-word");

    /** To look for a reason takes a few runs of the case, so it is done for the first only. */
    private static final int EXPLAINED = 50;

    private final Options options;
    private final Progress progress;
    private final Problems problems = new Problems();
    private Counts counts = Counts.NONE;

    /** Files of cases of which some could not be read: what they say of a rule is not known. */
    private final Set<String> unread = new HashSet<>();

    private Check(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * How thorough a check is.
     *
     * @param facts case files made by chance on which evaluators are compared; 0 leaves that out
     * @param mutate whether rules and parameters are changed a little, and some case must notice each change
     */
    public record Options(int facts, boolean mutate) {
        public static final Options DEFAULT = new Options(300, false);
    }

    /**
     * Checks the edition in a folder.
     *
     * @param before reports of other editions that are to be in force beside it
     */
    public static Report of(Path folder, List<Report> before, Options options, Progress progress) {
        Problems outside = new Problems();
        EditionSources sources = EditionSources.belonging(folder, outside);
        return new Check(options, progress)
                .report(folder.toString(), sources, outside, before, ReleasedEditions.beside(folder)::check, true);
    }

    /** Checks the files of one edition. */
    public static Report of(String name, EditionSources sources, Options options, Progress progress) {
        return new Check(options, progress)
                .report(name, sources, new Problems(), List.of(), edition -> List.of(), true);
    }

    /** Reads the files of one edition and tells their problems; nothing is weighed, compiled or run. */
    public static Report read(String name, EditionSources sources) {
        return new Check(Options.DEFAULT, Progress.NONE)
                .report(name, sources, new Problems(), List.of(), edition -> List.of(), false);
    }

    private Report report(
            String name,
            EditionSources sources,
            Problems outside,
            List<Report> others,
            Function<Edition, List<Problem>> released,
            boolean whole) {
        progress.at(Step.READING, 0, 1);
        problems.addAll(outside.all());
        Written written = new Written(sources);
        Optional<Edition> edition = Optional.empty();
        boolean folder = outside.all().stream().noneMatch(problem -> NOTHING_READ.contains(problem.code()));
        if (folder) {
            int before = problems.size();
            Optional<Edition> draft = EditionReader.draft(sources, problems);
            edition = draft.filter(read -> problems.size() == before);
            List<Scenario> cases = cases(sources, draft, edition.isPresent(), written);
            edition.ifPresent(read -> {
                problems.addAll(released.apply(read));
                Overlaps.check(read, written, others, problems);
                if (whole) {
                    examine(read, sources, cases, written);
                }
            });
        }
        return new Report(name, edition, told(written), counts);
    }

    /** Names that stand in a file but could not be read have been told there, and not again by every case that has them. */
    private List<Scenario> cases(EditionSources sources, Optional<Edition> edition, boolean whole, Written written) {
        Problems found = new Problems();
        List<Scenario> cases = edition.map(read -> CasesReader.read(sources, read, found))
                .orElseGet(() -> {
                    sources.cases().forEach((file, bytes) -> YamlDocument.read(file, bytes, found));
                    return List.of();
                });
        Set<String> names = whole ? Set.of() : written.names();
        List<Problem> told = found.all().stream()
                .filter(problem -> !NOT_KNOWN.contains(problem.code()) || !names.contains(word(problem)))
                .toList();
        told.forEach(problem -> unread.add(problem.place().file()));
        problems.addAll(told);
        return cases;
    }

    /** What is not known; of "indicator:CODE" the code. */
    private static String word(Problem problem) {
        String word = problem.arguments().get(0);
        return word.substring(word.indexOf(':') + 1);
    }

    private void examine(Edition edition, EditionSources sources, List<Scenario> cases, Written written) {
        counts = new Counts(edition.rules().size(), 0, 0, 0, 0, 0, 0);
        Unused.parameters(edition, written, problems);
        Unused.indicators(edition, written, problems);
        Unused.dimensions(edition, written, problems);
        SameConditions.check(edition, problems);
        Balance.check(edition, written, problems);
        Balance.refuseNegativeBounds(edition, written, problems);
        progress.at(Step.COMPILING, 0, 1);
        Compiled.of(edition, sources, problems).ifPresent(rulebook -> run(edition, sources, rulebook, cases, written));
    }

    private void run(
            Edition edition, EditionSources sources, Rulebook rulebook, List<Scenario> cases, Written written) {
        Evaluator drools = new Evaluator(edition, rulebook.inferences(), Map.of());
        Evaluator reference =
                new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of());
        List<CaseRun.Result> results = new ArrayList<>();
        for (Scenario scenario : cases) {
            results.add(CaseRun.result(scenario, drools::evaluate));
            progress.at(Step.CASES, results.size(), cases.size());
        }
        CaseRun run = CaseRun.of(edition, results);
        problems.addAll(mismatches(edition, run));
        Set<String> attempted = attempted(run);
        attempted.addAll(written.words(unread));
        problems.addAll(run.gaps(edition).stream()
                .filter(gap -> !attempted.contains(gap.arguments().get(0)))
                .toList());
        problems.addAll(Twins.missing(edition, run).stream()
                .filter(twinless -> !attempted.contains(twinless.arguments().get(0)))
                .toList());
        Agreement agreement = new Agreement(drools, reference);
        CasesAgree.check(cases, agreement, problems);
        int generated = 0;
        if (options.facts() > 0) {
            Problems found = new Problems();
            Set<String> shown = shown(run);
            shown.addAll(attempted);
            GeneratedFacts facts = new GeneratedFacts(edition, agreement, shown, found);
            generated = facts.run(options.facts(), progress);
            facts.suspicions(found);
            problems.addAll(found.all());
        }
        Optional<MutationCheck.Result> mutated = mutated(edition, sources, cases, run);
        counts = new Counts(
                edition.rules().size(),
                cases.size(),
                (int) results.stream().filter(CaseRun.Result::holds).count(),
                (int) run.coverage().stream()
                        .filter(rule -> rule.fires() > 0 && rule.doesNotFire() > 0)
                        .count(),
                generated,
                mutated.map(MutationCheck.Result::changes).orElse(0),
                mutated.map(result -> result.survivors().size()).orElse(0));
    }

    /** Where cases fail, nothing can be said about what they would notice. */
    private Optional<MutationCheck.Result> mutated(
            Edition edition, EditionSources sources, List<Scenario> cases, CaseRun run) {
        if (!options.mutate()) {
            AcceptedSurvivor.read(sources, problems);
            return Optional.empty();
        }
        if (!run.mismatches().isEmpty() || !unread.isEmpty()) {
            return Optional.empty();
        }
        MutationCheck.Result result =
                MutationCheck.run(sources, edition, cases, (changes, of) -> progress.at(Step.MUTATION, changes, of));
        problems.addAll(result.problems());
        return Optional.of(result);
    }

    /** What is not as expected; of rules that should fire, the condition that keeps them from it. */
    private static List<Problem> mismatches(Edition edition, CaseRun run) {
        List<Problem> told = new ArrayList<>();
        int explained = 0;
        for (CaseRun.Result result : run.results()) {
            for (Problem problem : result.mismatches()) {
                boolean explains = problem.code().equals("cases.should-fire") && explained++ < EXPLAINED;
                told.add(
                        explains
                                ? Unmet.of(edition, problem.arguments().get(1), result.scenario())
                                        .map(condition -> Problem.of(
                                                "check.should-fire",
                                                problem.place(),
                                                problem.arguments().get(0),
                                                problem.arguments().get(1),
                                                condition))
                                        .orElse(problem)
                                : problem);
            }
        }
        return told;
    }

    /** Rules named by cases that do not hold: that is told, and not that the rules lack a case. */
    private static Set<String> attempted(CaseRun run) {
        return run.results().stream()
                .filter(result -> !result.holds())
                .map(result -> result.scenario().expect())
                .flatMap(expect -> Stream.concat(expect.fires().stream(), expect.doesNotFire().stream()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> shown(CaseRun run) {
        return run.coverage().stream()
                .filter(rule -> rule.fires() > 0)
                .map(CaseRun.Coverage::criterion)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Told> told(Written written) {
        Following following = new Following(problems.all());
        return problems.all().stream()
                .filter(problem -> !following.follows(problem))
                .distinct()
                .map(problem -> new Told(
                        severity(problem), problem, written.rule(problem.place()), written.line(problem.place())))
                .sorted(Comparator.comparing(Told::severity)
                        .thenComparing(told -> rank(told.problem().place().file()))
                        .thenComparing(told -> told.problem().place().file())
                        .thenComparing(told -> told.problem().place().line())
                        .thenComparing(told -> told.problem().place().column()))
                .toList();
    }

    /** What everything else rests on comes first. */
    private static int rank(String file) {
        List<String> first = Stream.of(EditionSources.EDITION, EditionSources.PARAMETERS, EditionSources.INDICATORS)
                .toList();
        int found = first.indexOf(file);
        return found < 0 ? first.size() : found;
    }

    private static Severity severity(Problem problem) {
        return WARNINGS.contains(problem.code()) ? Severity.WARNING : Severity.ERROR;
    }
}
