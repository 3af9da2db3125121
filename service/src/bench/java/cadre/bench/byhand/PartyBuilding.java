package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.PartyMeeting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** party-building.drl */
final class PartyBuilding {
    private final Told plan;
    private final Told meetings;
    private final Told balance;
    private final BigDecimal planPoints;
    private final BigDecimal meetingPoints;
    private final BigDecimal floor;
    private final BigDecimal least;

    PartyBuilding(Edition edition) {
        Numbers numbers = new Numbers(edition);
        plan = new Told(edition, "B-01");
        meetings = new Told(edition, "B-01-meetings");
        balance = new Told(edition, "B-03");
        planPoints = numbers.decimal("party.plan.points");
        meetingPoints = numbers.decimal("party.meetings.points");
        floor = numbers.decimal("party.floor");
        least = numbers.decimal("balance.least");
    }

    void assess(Reported facts, Sheet sheet) {
        Indicator reported = facts.indicator("party-plan");
        if (reported != null && reported.target() != null && positive(reported.target())) {
            sheet.fire(plan, reported.id(), planPoints, floor, reported.actual(), reported.target());
            sheet.award(points(Figures.attainment(reported.actual(), reported.target()), planPoints));
        }
        BigDecimal due = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        for (PartyMeeting meeting : facts.partyMeetings) {
            due = due.add(meeting.due());
            held = held.add(meeting.held());
        }
        if (due.signum() > 0) {
            List<String> counted = new ArrayList<>();
            facts.partyMeetings.forEach(meeting -> counted.add(meeting.id()));
            sheet.counting(meetings, List.of(), counted, meetingPoints, floor, due, held);
            sheet.award(points(Figures.share(held, due), meetingPoints));
        }
    }

    private BigDecimal points(@org.jspecify.annotations.Nullable BigDecimal share, BigDecimal most) {
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
