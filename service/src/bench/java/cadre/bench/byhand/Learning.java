package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Posting;
import cadre.engine.facts.PostingKind;
import cadre.engine.facts.Training;
import cadre.engine.facts.TrainingMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** learning.drl */
final class Learning {
    private final Told trained;
    private final Told failed;
    private final Told shortOfHours;
    private final Told promotion;
    private final Told online;
    private final Told grassroots;
    private final Told hardship;
    private final Told seconded;
    private final Told open;
    private final BigDecimal points;
    private final BigDecimal leastMonths;

    Learning(Edition edition) {
        Numbers numbers = new Numbers(edition);
        trained = new Told(edition, "L-01");
        failed = new Told(edition, "L-01-failed");
        shortOfHours = new Told(edition, "L-01-short");
        promotion = new Told(edition, "L-01-promotion");
        online = new Told(edition, "L-02");
        grassroots = new Told(edition, "L-03");
        hardship = new Told(edition, "L-03-hardship");
        seconded = new Told(edition, "L-04");
        open = new Told(edition, "L-04-open");
        points = numbers.decimal("learning.points");
        leastMonths = numbers.decimal("learning.grassroots.months");
    }

    void assess(Reported facts, Sheet sheet) {
        training(facts.trainings, sheet);
        for (Posting posting : facts.postings) {
            if (posting.hardship() && positive(posting.months())) {
                sheet.fire(hardship, posting.id(), posting.months());
                sheet.flag();
            }
        }
        List<Posting> ended = new ArrayList<>();
        for (Posting posting : facts.postings) {
            if (posting.kind() == PostingKind.SECONDMENT && facts.inPeriod(posting.to())) {
                ended.add(posting);
            }
        }
        for (Posting posting : ended) {
            if (posting.completed() && posting.feedback()) {
                sheet.fire(seconded, posting.id(), points, facts.first, facts.last, posting.months());
                sheet.award(points);
            }
        }
        for (Posting posting : ended) {
            if (!posting.completed() || !posting.feedback()) {
                sheet.fire(open, posting.id(), facts.first, facts.last, posting.months());
                sheet.flag();
            }
        }
    }

    private void training(List<Training> trainings, Sheet sheet) {
        Hours all = new Hours();
        Hours learntOnline = new Hours();
        boolean passed = true;
        for (Training training : trainings) {
            all.add(training);
            if (training.mode() == TrainingMode.ONLINE) {
                learntOnline.add(training);
            }
            passed &= !failed(training);
        }
        if (passed && all.required.signum() > 0 && !all.missing()) {
            sheet.counting(trained, List.of(), all.counted, points, all.taken, all.required);
            sheet.award(points);
        }
        for (Training training : trainings) {
            if (failed(training)) {
                sheet.fire(failed, training.id(), training.mode());
                sheet.cap("COMPETENT");
            }
        }
        if (all.missing()) {
            sheet.counting(shortOfHours, List.of(), all.counted, all.taken, all.required);
            sheet.cap("COMPETENT");
        }
        if (learntOnline.missing()) {
            sheet.counting(online, List.of(), learntOnline.counted, learntOnline.taken, learntOnline.required);
            sheet.flag();
        }
    }

    /** Hours of several trainings. */
    private static final class Hours {
        private BigDecimal taken = BigDecimal.ZERO;
        private BigDecimal required = BigDecimal.ZERO;
        private final List<String> counted = new ArrayList<>();

        void add(Training training) {
            taken = taken.add(training.hours());
            required = required.add(training.required());
            counted.add(training.id());
        }

        boolean missing() {
            return taken.compareTo(required) < 0;
        }
    }

    private static boolean failed(Training training) {
        return Boolean.FALSE.equals(training.examPassed());
    }

    void use(Reported facts, Sheet sheet) {
        if (facts.promotionChecks.isEmpty()) {
            return;
        }
        for (Training training : facts.trainings) {
            if (less(training.hours(), training.required()) || failed(training)) {
                sheet.fire(promotion, training.id(), facts.first, training.id());
                sheet.recommend("DEFER_PROMOTION");
            }
        }
        BigDecimal served = BigDecimal.ZERO;
        List<String> counted = new ArrayList<>();
        for (Posting posting : facts.postings) {
            if (posting.kind() == PostingKind.GRASSROOTS || posting.kind() == PostingKind.FRONT_LINE) {
                served = served.add(posting.months());
                counted.add(posting.id());
            }
        }
        if (served.compareTo(leastMonths) < 0) {
            sheet.counting(grassroots, List.of(), counted, leastMonths, facts.first, served);
            sheet.recommend("DEFER_PROMOTION");
        }
    }
}
