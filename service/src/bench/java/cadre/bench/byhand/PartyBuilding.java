package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.atMost;
import static cadre.bench.byhand.Numbers.less;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Assignment;
import cadre.engine.facts.AssignmentKind;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.PartyMeeting;
import cadre.engine.facts.ProcedureStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** party-building.drl */
final class PartyBuilding {
    private final Told plan;
    private final Told meetings;
    private final Told discussions;
    private final Told balance;
    private final Told weak;
    private final Told reserve;
    private final BigDecimal planPoints;
    private final BigDecimal meetingPoints;
    private final BigDecimal floor;
    private final BigDecimal discussionsDeduction;
    private final BigDecimal least;
    private final BigDecimal weakDeduction;
    private final BigDecimal reservePoints;

    PartyBuilding(Edition edition) {
        Numbers numbers = new Numbers(edition);
        plan = new Told(edition, "B-01");
        meetings = new Told(edition, "B-01-meetings");
        discussions = new Told(edition, "B-02");
        balance = new Told(edition, "B-03");
        weak = new Told(edition, "B-04");
        reserve = new Told(edition, "B-05");
        planPoints = numbers.decimal("party.plan.points");
        meetingPoints = numbers.decimal("party.meetings.points");
        floor = numbers.decimal("party.floor");
        discussionsDeduction = numbers.decimal("party.procedure.deduction");
        least = numbers.decimal("balance.least");
        weakDeduction = numbers.decimal("party.weak-units.deduction");
        reservePoints = numbers.decimal("party.reserve.points");
    }

    void assess(Reported facts, Sheet sheet) {
        Indicator reported = facts.indicators.of("party-plan");
        if (reported != null && positive(reported.target())) {
            sheet.fire(plan, reported.id(), planPoints, floor, reported.actual(), reported.target());
            sheet.award(points(Figures.attainment(reported.actual(), reported.target()), planPoints));
        }
        meetings(facts.partyMeetings, sheet);
        for (ProcedureStep step : facts.discussionSteps) {
            sheet.fire(
                    discussions, step.id(), discussionsDeduction, facts.first, facts.last, step.matter(), step.step());
            sheet.deduct(discussionsDeduction);
        }
        for (Assignment unit : facts.assigned(AssignmentKind.WEAK_UNIT)) {
            if (facts.inPeriod(unit.due()) && !inOrder(unit)) {
                sheet.fire(weak, unit.id(), weakDeduction, facts.first, facts.last, unit.due());
                sheet.deduct(weakDeduction);
            }
        }
        Indicator trained = facts.indicators.of("reserve-cadres-trained");
        if (trained != null && atMost(trained.target(), trained.actual())) {
            sheet.fire(reserve, trained.id(), reservePoints, trained.actual(), trained.target());
            sheet.award(reservePoints);
        }
    }

    private void meetings(List<PartyMeeting> reported, Sheet sheet) {
        BigDecimal due = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        List<String> counted = new ArrayList<>();
        for (PartyMeeting meeting : reported) {
            due = due.add(meeting.due());
            held = held.add(meeting.held());
            counted.add(meeting.id());
        }
        if (due.signum() > 0) {
            sheet.counting(meetings, List.of(), counted, meetingPoints, floor, due, held);
            sheet.award(points(Figures.share(held, due), meetingPoints));
        }
    }

    private static boolean inOrder(Assignment unit) {
        return unit.effective()
                && unit.completed() != null
                && !unit.completed().isAfter(unit.due());
    }

    private BigDecimal points(@Nullable BigDecimal share, BigDecimal most) {
        return Figures.orElse(
                Figures.interpolate(share, floor, BigDecimal.ZERO, BigDecimal.ONE, most), BigDecimal.ZERO);
    }

    void grade(Tally tally, Sheet sheet) {
        BigDecimal party = tally.score("party-building");
        BigDecimal development = tally.score("performance");
        if (less(Figures.ratio(party.min(development), party.max(development)), least)) {
            sheet.fire(
                    balance,
                    List.of("dimension/party-building", "dimension/performance"),
                    least,
                    party,
                    development);
            sheet.cap("COMPETENT");
        }
    }
}
