package cadre.engine.impact;

import cadre.engine.evaluation.Outcome;
import cadre.engine.impact.Mover.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One case as decided and as the candidate has it, with the reasons. */
record Compared(
        Tried tried,
        Standing decided,
        Standing candidate,
        String bandDecided,
        String bandCandidate,
        BigDecimal shift,
        Way grade,
        Way band,
        List<Contribution> contributions,
        List<Cause> ofGrade,
        List<Cause> ofBand,
        List<Cause> ofHold) {

    static Compared of(Tried tried, Revision revision, Trial trial) {
        Outcome decided = tried.decided();
        if (tried.verdict() instanceof Verdict.Judged judged) {
            Outcome outcome = judged.outcome();
            var day = trial.day(decided.appraisal().to());
            List<Contribution> contributions = Attribution.of(decided, outcome, revision, day);
            Reasons reasons = new Reasons(decided, outcome, revision, day, contributions);
            return new Compared(
                    tried,
                    Standing.of(decided),
                    Standing.of(outcome),
                    text(decided.band()),
                    text(outcome.band()),
                    outcome.total().subtract(decided.total()),
                    reasons.grade(),
                    reasons.band(),
                    contributions,
                    reasons.ofGrade(),
                    reasons.ofBand(),
                    reasons.ofHold());
        }
        return new Compared(
                tried,
                Standing.of(decided),
                tried.verdict() instanceof Verdict.Refused ? Standing.REFUSED : Standing.FAILED,
                text(decided.band()),
                "",
                BigDecimal.ZERO,
                Way.NONE,
                Way.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String text(@Nullable String code) {
        return Objects.requireNonNullElse(code, "");
    }

    boolean moves() {
        return grade != Way.NONE || band != Way.NONE || !ofHold.isEmpty();
    }

    /** The ways it went, each with its reasons; a band that only follows the grade is not told again. */
    Map<Move, List<Cause>> moved() {
        Map<Move, List<Cause>> moves = new TreeMap<>();
        if (grade != Way.NONE) {
            moves.put(new Move(Move.Kind.GRADE, decided.grade(), candidate.grade()), ofGrade);
        } else if (band != Way.NONE) {
            moves.put(new Move(Move.Kind.BAND, bandDecided, bandCandidate), ofBand);
        }
        if (!ofHold.isEmpty()) {
            moves.put(candidate.held() ? Move.HELD : Move.FREED, ofHold);
        }
        return moves;
    }

    /** All reasons, the one that decided first. */
    List<Cause> because() {
        List<Cause> because = new ArrayList<>();
        moved().values()
                .forEach(causes -> causes.stream()
                        .filter(cause -> !because.contains(cause))
                        .forEach(because::add));
        return because;
    }

    Mover mover() {
        Outcome outcome = ((Verdict.Judged) tried.verdict()).outcome();
        return new Mover(
                tried.key(),
                tried.person(),
                decided,
                candidate,
                bandDecided,
                bandCandidate,
                tried.decided().total(),
                outcome.total(),
                grade,
                because(),
                contributions);
    }
}
