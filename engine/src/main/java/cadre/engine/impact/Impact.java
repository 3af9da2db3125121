package cadre.engine.impact;

import cadre.engine.document.Problem;
import cadre.engine.edition.Titles;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.FindingLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom a candidate affects. Cases are added one by one and reports of different cases to each other; whatever the order, the
 * report is the same, byte for byte, so it can be made in parts, in parallel, and be taken up again. For one thread.
 */
public final class Impact {
    final Side candidate;
    final Limits limits;
    final Map<Side, Long> decidedBy = new TreeMap<>();
    long outsideInForce;
    final Counted<Refusal> refusals;
    final Map<String, Long> failures = new TreeMap<>();
    final Map<String, Long> missingDecided = new TreeMap<>();
    final Map<String, Long> missingCandidate = new TreeMap<>();
    final Group all = new Group();
    final Groups units;
    final Groups levels;
    final Groups posts;
    final Shifts shifts;
    BigDecimal totalsDecided = BigDecimal.ZERO;
    BigDecimal totalsCandidate = BigDecimal.ZERO;
    final Map<Cause, Weight> causes = new TreeMap<>();
    final Map<Move, Map<Cause, Long>> moves = new TreeMap<>();
    final TreeSet<Mover> movers = new TreeSet<>(Mover.MOST_AFFECTED);
    final Map<String, Titles> names = new TreeMap<>();

    Impact(Side candidate, Limits limits) {
        this.candidate = candidate;
        this.limits = limits;
        this.refusals = new Counted<>(limits.reasons());
        this.units = new Groups(limits.groups());
        this.levels = new Groups(limits.groups());
        this.posts = new Groups(limits.groups());
        this.shifts = new Shifts(limits.shifts());
    }

    /** A release. */
    public record Side(String edition, String version, String digest) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            return Comparator.comparing(Side::edition)
                    .thenComparing(Side::version)
                    .thenComparing(Side::digest)
                    .compare(this, other);
        }
    }

    /** Why a case file is refused: the problem's code and list of facts, and the word that the candidate does not know. */
    record Refusal(String code, String list, String word) implements Comparable<Refusal> {
        private static final Set<String> WORDS =
                Set.of("document.unknown-word", "document.misspelt-word", "casefile.wrong-unit");

        static Refusal of(Problem problem) {
            String list = problem.place().pointer().replaceAll("/\\d+", "");
            boolean worded =
                    WORDS.contains(problem.code()) && !problem.arguments().isEmpty();
            return new Refusal(
                    problem.code(), list, worded ? problem.arguments().get(0) : "");
        }

        @Override
        public int compareTo(Refusal other) {
            return Comparator.comparing(Refusal::code)
                    .thenComparing(Refusal::list)
                    .thenComparing(Refusal::word)
                    .compare(this, other);
        }
    }

    /** How many cases a cause shifts, up or down, and by how much all together. */
    record Weight(long up, long down, BigDecimal points) {
        static Weight of(BigDecimal points) {
            return new Weight(points.signum() > 0 ? 1 : 0, points.signum() < 0 ? 1 : 0, points);
        }

        Weight and(Weight other) {
            return new Weight(up + other.up, down + other.down, points.add(other.points));
        }
    }

    void add(Compared compared, boolean outside, Revision revision) {
        Outcome decided = compared.tried().decided();
        Group.count(
                decidedBy,
                new Side(
                        decided.release().edition(),
                        decided.release().version(),
                        decided.release().digest()),
                1);
        all.add(compared);
        Person person = compared.tried().person();
        units.add(person.unit(), compared);
        levels.add(person.level(), compared);
        posts.add(person.post(), compared);
        revision.grades(names);
        Verdict verdict = compared.tried().verdict();
        if (verdict instanceof Verdict.Judged judged) {
            outsideInForce += outside ? 1 : 0;
            judged(compared, decided, judged.outcome(), revision);
        } else if (verdict instanceof Verdict.Refused refused) {
            refused.problems().stream().map(Refusal::of).distinct().forEach(reason -> refusals.add(reason, 1));
        } else if (verdict instanceof Verdict.Failed failed) {
            Group.count(failures, failed.criterion(), 1);
        }
    }

    private void judged(Compared compared, Outcome decided, Outcome outcome, Revision revision) {
        missing(decided).forEach(what -> Group.count(missingDecided, what, 1));
        missing(outcome).forEach(what -> {
            Group.count(missingCandidate, what, 1);
            revision.missing(what, names);
        });
        shifts.add(compared.shift(), 1);
        totalsDecided = totalsDecided.add(decided.total());
        totalsCandidate = totalsCandidate.add(outcome.total());
        for (Contribution contribution : compared.contributions()) {
            causes.merge(contribution.cause(), Weight.of(contribution.points()), Weight::and);
            revision.name(contribution.cause(), names);
        }
        compared.moved().forEach((move, reasons) -> {
            Group.count(moves.computeIfAbsent(move, missing -> new TreeMap<>()), reasons.get(0), 1);
            reasons.forEach(cause -> revision.name(cause, names));
        });
        if (compared.moves()) {
            list(compared.mover());
        }
    }

    private static Set<String> missing(Outcome outcome) {
        return outcome.findings().stream()
                .map(FindingLine::missing)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void list(Mover mover) {
        movers.add(mover);
        if (movers.size() > limits.movers()) {
            movers.pollLast();
        }
    }

    /**
     * Adds a report of other cases.
     *
     * @throws IllegalArgumentException if it is about another candidate or lists more or less
     */
    public void add(Impact other) {
        if (!candidate.equals(other.candidate) || !limits.equals(other.limits)) {
            throw new IllegalArgumentException("reports of " + candidate + " and " + other.candidate);
        }
        other.decidedBy.forEach((side, more) -> Group.count(decidedBy, side, more));
        outsideInForce += other.outsideInForce;
        refusals.add(other.refusals);
        other.failures.forEach((criterion, more) -> Group.count(failures, criterion, more));
        other.missingDecided.forEach((what, more) -> Group.count(missingDecided, what, more));
        other.missingCandidate.forEach((what, more) -> Group.count(missingCandidate, what, more));
        all.add(other.all);
        units.add(other.units);
        levels.add(other.levels);
        posts.add(other.posts);
        shifts.add(other.shifts);
        totalsDecided = totalsDecided.add(other.totalsDecided);
        totalsCandidate = totalsCandidate.add(other.totalsCandidate);
        other.causes.forEach((cause, weight) -> causes.merge(cause, weight, Weight::and));
        other.moves.forEach((move, reasons) -> reasons.forEach(
                (cause, more) -> Group.count(moves.computeIfAbsent(move, missing -> new TreeMap<>()), cause, more)));
        other.movers.forEach(this::list);
        other.names.forEach((key, titles) -> Revision.put(names, key, titles));
    }

    /** How many cases were compared, those that the candidate refused included. */
    public long cases() {
        return all.cases;
    }

    /** How many cases the candidate refused. */
    public long refused() {
        return all.refused;
    }

    /** How many persons' grade, band or hold would be another one, whether listed or not. */
    public long moving() {
        return all.movers;
    }

    /** The movers listed, those whom it affects most first. */
    public List<Mover> movers() {
        return List.copyOf(movers);
    }
}
