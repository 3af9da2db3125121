package cadre.engine.casefile;

import cadre.engine.facts.SanctionKind;
import cadre.engine.facts.SanctionTrack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Refuses what cannot be: more ballots than voters, an end before its beginning. */
final class Possibility {
    private final FactFields fact;

    private Possibility(FactFields fact) {
        this.fact = fact;
    }

    /**
     * Checks one fact.
     *
     * @param lastDay last day of the appraisal's period, if it is known
     */
    static void check(FactFields fact, Optional<LocalDate> lastDay) {
        new Possibility(fact).check(lastDay);
    }

    /** Checks one fact for what case files of before 2026-11-27 were not refused for. */
    static void checkSince(FactFields fact) {
        if (fact.type().name().equals("Sanction")) {
            new Possibility(fact).partyOnly();
        }
    }

    private void check(Optional<LocalDate> lastDay) {
        switch (fact.type().name()) {
            case "Appraisal" -> notBefore("to", "from");
            case "Indicator" -> atLeast("weight", BigDecimal.ZERO);
            case "PeerFigure" -> {
                atLeast("deviation", BigDecimal.ZERO);
                atLeast("rank", BigDecimal.ONE);
                atMost("rank", fact.decimal("peers").map(BigDecimal.ONE::add), "peers + 1");
            }
            case "PastFigure", "PriorGrade" -> lastDay.ifPresent(this::earlierYear);
            case "Survey" -> {
                atMost("satisfied", "respondents");
                atMost("respondents", "population");
                atLeast("designEffect", BigDecimal.ONE);
            }
            case "Ballot" -> {
                atMost("ballots", "voters");
                votesWithinBallots();
            }
            case "Incident", "Lead" -> notBefore("rectified", "on");
            case "Investigation" -> notBefore("concluded", "opened");
            case "Project" -> {
                atLeast("budget", BigDecimal.ZERO);
                atLeast("spent", BigDecimal.ZERO);
            }
            case "Waiver" -> share();
            case "Training" -> {
                atLeast("hours", BigDecimal.ZERO);
                atLeast("required", BigDecimal.ZERO);
            }
            case "Assignment" -> {
                notBefore("due", "assigned");
                notBefore("completed", "assigned");
            }
            case "ServiceRecord" -> {
                atMost("resolved", "received");
                atMost("unjustifiedTransfers", "received");
            }
            case "Posting" -> notBefore("to", "from");
            case "Absence" -> {
                notBefore("to", "from");
                atMost("days", daysFromTo(), "to - from + 1");
            }
            case "CommentPeriod" -> {
                notBefore("to", "from");
                atMost("answered", "received");
            }
            default -> {}
        }
    }

    private void atMost(String component, String bound) {
        atMost(component, fact.decimal(bound), bound);
    }

    private void atMost(String component, Optional<BigDecimal> most, String bound) {
        fact.decimal(component)
                .ifPresent(value -> most.filter(number -> value.compareTo(number) > 0)
                        .ifPresent(number -> fact.problems()
                                .add(
                                        "casefile.more-than",
                                        fact.place(component),
                                        component,
                                        value.toPlainString(),
                                        number.toPlainString(),
                                        bound)));
    }

    private void atLeast(String component, BigDecimal least) {
        fact.decimal(component)
                .filter(value -> value.compareTo(least) < 0)
                .ifPresent(value -> fact.problems()
                        .add("casefile.less-than", fact.place(component), component, value.toPlainString(), least));
    }

    private void notBefore(String component, String bound) {
        fact.day(component)
                .ifPresent(later -> fact.day(bound)
                        .filter(later::isBefore)
                        .ifPresent(earlier -> fact.problems()
                                .add("casefile.before", fact.place(component), component, later, bound, earlier)));
    }

    private Optional<BigDecimal> daysFromTo() {
        return fact.day("from")
                .flatMap(from -> fact.day("to")
                        .filter(to -> !to.isBefore(from))
                        .map(to -> BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1)));
    }

    private void votesWithinBallots() {
        BigDecimal votes = List.of("excellent", "competent", "basicallyCompetent", "incompetent").stream()
                .flatMap(component -> fact.decimal(component).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        fact.decimal("ballots")
                .filter(ballots -> votes.compareTo(ballots) > 0)
                .ifPresent(ballots -> fact.problems()
                        .add(
                                "casefile.more-votes",
                                fact.place("ballots"),
                                votes.toPlainString(),
                                ballots.toPlainString()));
    }

    /**
     * A serious warning and probation in the party are sanctions of the party: the kinds of administrative sanctions in
     * 公职人员政务处分法 art. 8 do not have them.
     */
    private void partyOnly() {
        boolean administrative = fact.constant("track").equals(Optional.of(SanctionTrack.ADMINISTRATIVE));
        fact.constant("kind")
                .filter(kind -> administrative
                        && (kind == SanctionKind.SERIOUS_WARNING || kind == SanctionKind.PROBATION_IN_PARTY))
                .ifPresent(kind -> fact.problems().add("casefile.party-sanction", fact.place("kind"), kind));
    }

    private void share() {
        fact.decimal("share")
                .filter(share -> share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)
                .ifPresent(share -> fact.problems().add("casefile.share", fact.place("share"), share.toPlainString()));
    }

    private void earlierYear(LocalDate lastDay) {
        fact.decimal("year")
                .filter(year -> year.compareTo(BigDecimal.valueOf(lastDay.getYear())) >= 0
                        || year.compareTo(BigDecimal.valueOf(1900)) < 0)
                .ifPresent(year -> fact.problems()
                        .add("casefile.year", fact.place("year"), year.toPlainString(), lastDay.getYear()));
    }
}
