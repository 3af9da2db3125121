package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Ballot;
import cadre.engine.facts.CommentPeriod;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadOrigin;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.Survey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** public-satisfaction.drl */
final class Satisfaction {
    private final Told open;
    private final Told penalty;
    private final Told reward;
    private final Told small;
    private final Told ballot;
    private final Told low;
    private final Told unfit;
    private final Told against;
    private final Told divergence;
    private final Told selection;
    private final Told unanswered;
    private final BigDecimal least;
    private final BigDecimal z;
    private final BigDecimal good;
    private final BigDecimal poor;
    private final BigDecimal rewardPoints;
    private final BigDecimal penaltyPoints;
    private final BigDecimal ballotPoints;
    private final Fraction fraction;
    private final Fraction againstFraction;
    private final BigDecimal gap;
    private final BigDecimal selectionPenalty;

    Satisfaction(Edition edition) {
        Numbers numbers = new Numbers(edition);
        open = new Told(edition, "S-01-open");
        penalty = new Told(edition, "S-01-penalty");
        reward = new Told(edition, "S-01-reward");
        small = new Told(edition, "S-01-small");
        ballot = new Told(edition, "S-02");
        low = new Told(edition, "S-02-low");
        unfit = new Told(edition, "S-02-unfit");
        against = new Told(edition, "S-02-against");
        divergence = new Told(edition, "S-03");
        selection = new Told(edition, "S-04");
        unanswered = new Told(edition, "S-05");
        least = numbers.decimal("survey.least");
        z = numbers.decimal("survey.z");
        good = numbers.decimal("survey.good");
        poor = numbers.decimal("survey.poor");
        rewardPoints = numbers.decimal("survey.reward");
        penaltyPoints = numbers.decimal("survey.penalty");
        ballotPoints = numbers.decimal("ballot.points");
        fraction = numbers.fraction("ballot.fraction");
        againstFraction = numbers.fraction("ballot.against.fraction");
        gap = numbers.decimal("divergence.gap");
        selectionPenalty = numbers.decimal("survey.selection.penalty");
    }

    /** A survey that is large enough, with its interval. */
    private record Opinion(
            Survey survey,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    void assess(Reported facts, Sheet sheet) {
        surveys(facts.opinions, sheet);
        ballots(facts, sheet);
        selection(facts, sheet);
        for (CommentPeriod period : facts.commentPeriods) {
            if (less(period.answered(), period.received()) && !period.to().isBefore(facts.first)) {
                sheet.fire(
                        unanswered,
                        period.id(),
                        facts.first,
                        period.from(),
                        period.to(),
                        period.received(),
                        period.answered());
                sheet.flag();
            }
        }
    }

    private void surveys(List<Survey> surveys, Sheet sheet) {
        List<Opinion> opinions = new ArrayList<>();
        for (Survey s : surveys) {
            if (s.respondents().compareTo(least) >= 0) {
                opinions.add(new Opinion(
                        s,
                        Figures.surveyLower(s.satisfied(), s.respondents(), z, s.designEffect(), s.population()),
                        Figures.surveyUpper(s.satisfied(), s.respondents(), z, s.designEffect(), s.population())));
            }
        }
        for (Opinion opinion : opinions) {
            if (less(opinion.lower, good) && Numbers.atMost(poor, opinion.upper)) {
                Survey s = opinion.survey;
                sheet.fire(open, s.id(), least, z, good, poor, s.satisfied(), s.respondents());
                sheet.flag();
            }
        }
        for (Opinion opinion : opinions) {
            if (less(opinion.upper, poor)) {
                Survey s = opinion.survey;
                sheet.fire(penalty, s.id(), least, z, poor, penaltyPoints, s.satisfied(), s.respondents());
                sheet.deduct(penaltyPoints);
            }
        }
        for (Opinion opinion : opinions) {
            if (Numbers.atMost(good, opinion.lower)) {
                Survey s = opinion.survey;
                sheet.fire(reward, s.id(), least, z, good, rewardPoints, s.satisfied(), s.respondents());
                sheet.award(rewardPoints);
            }
        }
        for (Survey s : surveys) {
            if (s.respondents().compareTo(least) < 0) {
                sheet.fire(small, s.id(), least, s.respondents());
                sheet.flag();
            }
        }
    }

    private void ballots(Reported facts, Sheet sheet) {
        List<String> cast = new ArrayList<>();
        List<String> all = new ArrayList<>();
        BigDecimal ballots = BigDecimal.ZERO;
        BigDecimal excellent = BigDecimal.ZERO;
        BigDecimal competent = BigDecimal.ZERO;
        for (Ballot b : facts.ballots) {
            all.add(b.id());
            if (b.ballots().signum() > 0) {
                cast.add(b.id());
            }
            ballots = ballots.add(b.ballots());
            excellent = excellent.add(b.excellent());
            competent = competent.add(b.competent());
        }
        BigDecimal classes = BigDecimal.valueOf(cast.size());
        for (Ballot b : facts.ballots) {
            if (b.ballots().signum() > 0) {
                sheet.counting(
                        ballot,
                        List.of(b.id()),
                        cast,
                        ballotPoints,
                        classes,
                        b.voterClass(),
                        b.ballots(),
                        b.excellent(),
                        b.competent());
                sheet.award(Figures.orElse(
                        Figures.share(
                                ballotPoints.multiply(b.excellent().add(b.competent())),
                                b.ballots().multiply(classes)),
                        BigDecimal.ZERO));
            }
        }
        if (!Boolean.TRUE.equals(Figures.fallsShort(excellent.add(competent), ballots, fraction))) {
            return;
        }
        sheet.counting(low, List.of(), all, fraction, ballots, excellent, competent);
        sheet.cap("COMPETENT");
        sheet.flag();
        for (Lead lead : facts.leadsInPeriod) {
            if (unable(lead)) {
                sheet.counting(
                        unfit,
                        List.of(lead.id()),
                        all,
                        fraction,
                        facts.first,
                        facts.last,
                        ballots,
                        excellent,
                        competent,
                        lead.on());
                sheet.cap("BASICALLY_COMPETENT");
            }
        }
    }

    private static boolean unable(Lead lead) {
        return lead.origin() == LeadOrigin.ORGANIZATION && lead.theme() == LeadTheme.UNABLE_TO_PERFORM;
    }

    private void selection(Reported facts, Sheet sheet) {
        for (Survey s : facts.selectionSurveys) {
            if (facts.cadre.chief()
                    && s.respondents().compareTo(least) >= 0
                    && less(
                            Figures.surveyUpper(s.satisfied(), s.respondents(), z, s.designEffect(), s.population()),
                            poor)) {
                sheet.fire(
                        selection,
                        s.id(),
                        least,
                        z,
                        poor,
                        selectionPenalty,
                        s.topic(),
                        s.satisfied(),
                        s.respondents());
                sheet.deduct(selectionPenalty);
            }
        }
    }

    void grade(Tally tally, Sheet sheet) {
        BigDecimal performance = tally.score("performance");
        BigDecimal satisfaction = tally.score("public-satisfaction");
        if (performance.subtract(satisfaction).abs().compareTo(gap) > 0) {
            sheet.fire(
                    divergence,
                    List.of("dimension/performance", "dimension/public-satisfaction"),
                    gap,
                    performance,
                    satisfaction);
            sheet.flag();
        }
    }

    void use(Reported facts, Sheet sheet) {
        List<String> all = new ArrayList<>();
        BigDecimal ballots = BigDecimal.ZERO;
        BigDecimal incompetent = BigDecimal.ZERO;
        for (Ballot b : facts.ballots) {
            all.add(b.id());
            ballots = ballots.add(b.ballots());
            incompetent = incompetent.add(b.incompetent());
        }
        if (!Boolean.TRUE.equals(Figures.exceeds(incompetent, ballots, againstFraction))) {
            return;
        }
        for (Lead lead : facts.leadsInPeriod) {
            if (unable(lead)) {
                sheet.counting(
                        against,
                        List.of(lead.id()),
                        all,
                        againstFraction,
                        facts.first,
                        facts.last,
                        ballots,
                        incompetent,
                        lead.on());
                sheet.recommend("ADJUST_POST");
            }
        }
    }
}
