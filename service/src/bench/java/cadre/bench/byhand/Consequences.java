package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Hardship;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.PromotionCheck;
import cadre.engine.facts.PromotionStep;
import cadre.engine.facts.Result;
import cadre.engine.facts.Tenure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** grades.drl: what follows from the result. */
final class Consequences {
    private final Told care;
    private final Told declaration;
    private final Told discipline;
    private final Told file;
    private final Told petitions;
    private final Told adjust;
    private final Told commend;
    private final Told dismiss;
    private final Told merit;
    private final Told promote;
    private final Told talk;
    private final Told train;
    private final Told mismatch;
    private final Told exchange;
    private final BigDecimal training;
    private final BigDecimal tenureMonths;

    Consequences(Edition edition) {
        Numbers numbers = new Numbers(edition);
        care = new Told(edition, "F-04");
        declaration = new Told(edition, "G-06-declaration");
        discipline = new Told(edition, "G-06-discipline");
        file = new Told(edition, "G-06-file");
        petitions = new Told(edition, "G-06-petitions");
        adjust = new Told(edition, "G-07-adjust");
        commend = new Told(edition, "G-07-commend");
        dismiss = new Told(edition, "G-07-dismiss");
        merit = new Told(edition, "G-07-merit");
        promote = new Told(edition, "G-07-promote");
        talk = new Told(edition, "G-07-talk");
        train = new Told(edition, "G-07-train");
        mismatch = new Told(edition, "G-08");
        exchange = new Told(edition, "G-08-tenure");
        training = numbers.decimal("use.training.below");
        tenureMonths = numbers.decimal("use.tenure.months");
    }

    /**
     * What is recommended.
     *
     * @param barred whether a sanction in force was found
     */
    void use(Reported facts, Result result, boolean barred, Tally tally, Sheet sheet) {
        for (Hardship hardship : facts.hardships) {
            sheet.fire(care, hardship.id(), hardship.kind(), hardship.on());
            sheet.recommend("CARE");
        }
        musts(facts, sheet);
        if (!result.held()) {
            graded(facts, result, !barred && ready(facts), sheet);
        }
        for (Tally.Score score : tally.sorted()) {
            if (less(score.score(), training)) {
                sheet.fire(train, "dimension/" + score.code().code(), training, score.code(), score.score());
                sheet.recommend("TRAIN");
            }
        }
        post(facts, sheet);
    }

    private void musts(Reported facts, Sheet sheet) {
        if (facts.promotionChecks.isEmpty()) {
            return;
        }
        Set<PromotionStep> passed = EnumSet.noneOf(PromotionStep.class);
        for (PromotionCheck check : facts.promotionChecks) {
            if (check.passed()) {
                passed.add(check.step());
            }
        }
        must(PromotionStep.DECLARATION_VERIFIED, passed, declaration, facts, sheet);
        must(PromotionStep.DISCIPLINE_BODY_HEARD, passed, discipline, facts, sheet);
        must(PromotionStep.FILE_EXAMINED, passed, file, facts, sheet);
        must(PromotionStep.PETITIONS_INVESTIGATED, passed, petitions, facts, sheet);
    }

    private static void must(
            PromotionStep step, Set<PromotionStep> passed, Told criterion, Reported facts, Sheet sheet) {
        if (!passed.contains(step)) {
            sheet.fire(criterion, List.of(), facts.first);
            sheet.recommend("DEFER_PROMOTION");
        }
    }

    /** Whether all four musts were done and none failed. */
    private static boolean ready(Reported facts) {
        Set<PromotionStep> done = EnumSet.noneOf(PromotionStep.class);
        for (PromotionCheck check : facts.promotionChecks) {
            if (!check.passed()) {
                return false;
            }
            done.add(check.step());
        }
        return done.containsAll(EnumSet.of(
                PromotionStep.DECLARATION_VERIFIED,
                PromotionStep.DISCIPLINE_BODY_HEARD,
                PromotionStep.FILE_EXAMINED,
                PromotionStep.PETITIONS_INVESTIGATED));
    }

    private void graded(Reported facts, Result result, boolean ready, Sheet sheet) {
        int year = facts.last.getYear();
        BigDecimal total = result.total();
        if ("INCOMPETENT".equals(result.grade())) {
            sheet.fire(adjust, "result", total);
            sheet.recommend("ADJUST_POST");
            if (before(facts, year - 1, "INCOMPETENT")) {
                sheet.fire(dismiss, "result", facts.last, total);
                sheet.recommend("DISMISS");
            }
        } else if ("EXCELLENT".equals(result.grade())) {
            sheet.fire(commend, "result", total);
            sheet.recommend("COMMEND");
            if (before(facts, year - 1, "EXCELLENT") && before(facts, year - 2, "EXCELLENT")) {
                sheet.fire(merit, "result", facts.last, total);
                sheet.recommend("MERIT");
            }
            if (ready) {
                sheet.fire(promote, "result", facts.first, total);
                sheet.recommend("PRIORITY_FOR_PROMOTION");
            }
        } else if ("BASICALLY_COMPETENT".equals(result.grade())) {
            sheet.fire(talk, "result", total);
            sheet.recommend("REMINDER_TALK");
            sheet.recommend("DEFER_PROMOTION");
        }
    }

    private static boolean before(Reported facts, int year, String grade) {
        for (PriorGrade prior : facts.priorGrades) {
            if (prior.grade().equals(grade) && Numbers.isYear(prior.year(), year)) {
                return true;
            }
        }
        return false;
    }

    private void post(Reported facts, Sheet sheet) {
        for (Tenure tenure : facts.tenures) {
            if (!tenure.matchesProfile()) {
                sheet.fire(mismatch, tenure.id(), tenure.post(), tenure.from());
                sheet.recommend("ADJUST_POST");
            }
        }
        for (Tenure tenure : facts.tenures) {
            LocalDate enough = Figures.plusMonths(tenure.from(), tenureMonths);
            if (enough != null && !enough.isAfter(facts.last)) {
                sheet.fire(exchange, tenure.id(), tenureMonths, facts.last, tenure.post(), tenure.from());
                sheet.recommend("EXCHANGE");
            }
        }
    }
}
