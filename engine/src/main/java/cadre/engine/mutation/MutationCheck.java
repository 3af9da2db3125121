package cadre.engine.mutation;

import cadre.engine.cases.CaseRun;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.reference.ReferenceInference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Whether cases prove an edition: each of its rules and parameters is changed a little, one change at a time, and at least
 * one case must then fail. The changed rules are run by the reference evaluator.
 */
public final class MutationCheck {
    private MutationCheck() {}

    /** Told after each change tried, one after the other. */
    @FunctionalInterface
    public interface Progress {
        void tried(int changes, int of);
    }

    /**
     * What came of it.
     *
     * @param changes how many were tried
     * @param survivors those that no case notices, in the order of the edition
     * @param problems the survivors that the edition does not name with a reason, and what it names wrongly
     */
    public record Result(int changes, List<String> survivors, List<Problem> problems) {}

    /**
     * Tries every change, on all cores.
     *
     * @param cases of the edition; those that fail without any change prove nothing and are not used
     */
    public static Result run(EditionSources sources, Edition edition, List<Scenario> cases, Progress progress) {
        Problems problems = new Problems();
        List<AcceptedSurvivor> accepted = AcceptedSurvivor.read(sources, problems);
        List<Mutant> mutants = Mutants.of(edition).toList();
        List<Proof> proofs = proofs(edition, cases);
        AtomicInteger tried = new AtomicInteger();
        List<Mutant> survivors = mutants.parallelStream()
                .filter(mutant -> {
                    boolean survives = survives(mutant, proofs);
                    synchronized (tried) {
                        progress.tried(tried.incrementAndGet(), mutants.size());
                    }
                    return survives;
                })
                .toList();
        Survivors told = new Survivors(sources, mutants, survivors);
        problems.addAll(told.problems(accepted));
        return new Result(mutants.size(), survivors.stream().map(Mutant::id).toList(), problems.all());
    }

    /** A case that holds, with the rules it names and those that fire in it. */
    private record Proof(Scenario scenario, Set<String> named, Set<String> fired) {
        /** The lower, the more likely that the case notices a change to these rules. */
        int distance(Set<String> criteria) {
            boolean about = criteria.stream().anyMatch(named::contains);
            return about ? 0 : criteria.stream().anyMatch(fired::contains) ? 1 : 2;
        }
    }

    private static List<Proof> proofs(Edition edition, List<Scenario> cases) {
        Evaluator evaluator = evaluator(edition);
        return cases.parallelStream()
                .filter(one -> CaseRun.result(one, evaluator::evaluate).holds())
                .map(one -> new Proof(
                        one,
                        java.util.stream.Stream.concat(
                                        one.expect().fires().stream(), one.expect().doesNotFire().stream())
                                .collect(Collectors.toSet()),
                        evaluator.evaluate(one.given()).firings().stream()
                                .map(Outcome.FiringLine::criterion)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static boolean survives(Mutant mutant, List<Proof> proofs) {
        Evaluator evaluator = evaluator(mutant.edition());
        return proofs.stream()
                .sorted(Comparator.comparingInt(proof -> proof.distance(mutant.criteria())))
                .allMatch(proof ->
                        CaseRun.result(proof.scenario(), evaluator::evaluate).holds());
    }

    private static Evaluator evaluator(Edition edition) {
        return new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of());
    }
}
