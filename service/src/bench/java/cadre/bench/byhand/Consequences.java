package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;

import cadre.engine.edition.Edition;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.PromotionCheck;
import cadre.engine.facts.PromotionStep;
import cadre.engine.facts.Result;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** grades.drl: what follows from the result. */
final class Consequences {
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
    private final BigDecimal training;

    Consequences(Edition edition) {
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
        training = new Numbers(edition).decimal("use.training.below");
    }

    void use(Reported facts, Result result, Tally tally, Sheet sheet) {
        Set<PromotionStep> passed = EnumSet.noneOf(PromotionStep.class);
        boolean failed = false;
        for (PromotionCheck check : facts.promotionChecks) {
            failed |= !check.passed();
            if (check.passed()) {
                passed.add(check.step());
            }
        }
        if (!facts.promotionChecks.isEmpty()) {
            must(PromotionStep.DECLARATION_VERIFIED, passed, declaration, sheet);
            must(PromotionStep.DISCIPLINE_BODY_HEARD, passed, discipline, sheet);
            must(PromotionStep.FILE_EXAMINED, passed, file, sheet);
            must(PromotionStep.PETITIONS_INVESTIGATED, passed, petitions, sheet);
        }
        boolean ready = !failed
                && facts.sanctions.isEmpty()
                && passed.containsAll(EnumSet.of(
                        PromotionStep.DECLARATION_VERIFIED,
                        PromotionStep.DISCIPLINE_BODY_HEARD,
                        PromotionStep.FILE_EXAMINED,
                        PromotionStep.PETITIONS_INVESTIGATED));
        if (!result.held()) {
            graded(facts, result, ready, sheet);
        }
        for (Tally.Score score : tally.sorted()) {
            if (less(score.score(), training)) {
                sheet.fire(train, "dimension/" + score.code().code(), training, score.code(), score.score());
                sheet.recommend("TRAIN");
            }
        }
    }

    private static void must(PromotionStep step, Set<PromotionStep> passed, Told criterion, Sheet sheet) {
        if (!passed.contains(step)) {
            sheet.fire(criterion, List.of());
            sheet.recommend("DEFER_PROMOTION");
        }
    }

    private void graded(Reported facts, Result result, boolean ready, Sheet sheet) {
        @Nullable String grade = result.grade();
        int year = facts.appraisal.to().getYear();
        BigDecimal total = result.total();
        if ("INCOMPETENT".equals(grade)) {
            sheet.fire(adjust, "result", total);
            sheet.recommend("ADJUST_POST");
            if (before(facts, year - 1, "INCOMPETENT")) {
                sheet.fire(dismiss, "result", facts.appraisal.to(), total);
                sheet.recommend("DISMISS");
            }
        } else if ("EXCELLENT".equals(grade)) {
            sheet.fire(commend, "result", total);
            sheet.recommend("COMMEND");
            if (before(facts, year - 1, "EXCELLENT") && before(facts, year - 2, "EXCELLENT")) {
                sheet.fire(merit, "result", facts.appraisal.to(), total);
                sheet.recommend("MERIT");
            }
            if (ready) {
                sheet.fire(promote, "result", total);
                sheet.recommend("PRIORITY_FOR_PROMOTION");
            }
        } else if ("BASICALLY_COMPETENT".equals(grade)) {
            sheet.fire(talk, "result", total);
            sheet.recommend("REMINDER_TALK");
            sheet.recommend("DEFER_PROMOTION");
        }
    }

    private static boolean before(Reported facts, int year, String grade) {
        for (PriorGrade prior : facts.priorGrades) {
            if (prior.grade().equals(grade) && prior.year().compareTo(BigDecimal.valueOf(year)) == 0) {
                return true;
            }
        }
        return false;
    }
}
