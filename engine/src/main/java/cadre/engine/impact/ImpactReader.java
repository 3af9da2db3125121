package cadre.engine.impact;

import cadre.engine.document.Datum;
import cadre.engine.document.DocumentLimits;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.edition.Titles;
import cadre.engine.impact.Cause.Change;
import cadre.engine.impact.Impact.Refusal;
import cadre.engine.impact.Impact.Side;
import cadre.engine.impact.Impact.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads a report back from the JSON that {@link ImpactJson} wrote, with everything it takes to add to it. */
public final class ImpactReader {
    private static final DocumentLimits OWN = new DocumentLimits(256 << 20, 32, 20_000_000, 8_000, 8_000);

    private ImpactReader() {}

    /**
     * Reads a report.
     *
     * @throws IllegalArgumentException if it is not the JSON of a report
     */
    public static Impact read(byte[] json) {
        try {
            Problems problems = new Problems();
            Datum datum = JsonDocument.read("", json, OWN, problems);
            if (datum == null || !problems.isEmpty()) {
                throw new IllegalArgumentException("not JSON: " + problems.all());
            }
            return impact(new Node(datum));
        } catch (ClassCastException | NullPointerException wrong) {
            throw new IllegalArgumentException("not the JSON of a report: " + wrong.getMessage(), wrong);
        }
    }

    private static Impact impact(Node of) {
        Node limits = of.at("limits");
        Impact impact = new Impact(
                side(of.at("candidate")),
                new Limits(
                        (int) limits.count("movers"), (int) limits.count("groups"), (int) limits.count("reasons"), (int)
                                limits.count("shifts")));
        of.items("decidedBy").forEach(each -> impact.decidedBy.put(side(each), each.count("cases")));
        Node unanswered = of.at("unanswered");
        impact.outsideInForce = unanswered.count("outsideInForce");
        unanswered
                .items("refusals")
                .forEach(each -> impact.refusals.add(
                        new Refusal(each.text("code"), each.text("list"), each.text("word")), each.count("cases")));
        impact.refusals.addOthers(unanswered.count("otherRefusals"));
        impact.failures.putAll(unanswered.counts("failures"));
        impact.missingDecided.putAll(unanswered.counts("missingDecided"));
        impact.missingCandidate.putAll(unanswered.counts("missingCandidate"));
        impact.all.add(group(of.at("all")));
        impact.totalsDecided = of.decimal("totalsDecided");
        impact.totalsCandidate = of.decimal("totalsCandidate");
        shifts(of.at("shifts"), impact.shifts);
        moves(of, impact);
        of.items("causes")
                .forEach(each -> impact.causes.put(
                        cause(each), new Weight(each.count("up"), each.count("down"), each.decimal("points"))));
        groups(of, "units", impact.units);
        groups(of, "levels", impact.levels);
        groups(of, "posts", impact.posts);
        of.at("movers").items("persons").forEach(each -> impact.movers.add(mover(each)));
        of.at("names").each((key, name) -> impact.names.put(key, new Titles(name.text("en"), name.text("zh"))));
        return impact;
    }

    private static Side side(Node of) {
        return new Side(of.text("edition"), of.text("version"), of.text("digest"));
    }

    private static void groups(Node of, String key, Groups groups) {
        of.at(key).items("groups").forEach(each -> groups.add(each.text("code"), group(each)));
    }

    private static Group group(Node of) {
        Group group = new Group();
        group.cases = of.count("cases");
        group.refused = of.count("refused");
        group.failed = of.count("failed");
        group.movers = of.count("movers");
        group.grades.put(Mover.Way.UP, of.count("gradeUp"));
        group.grades.put(Mover.Way.DOWN, of.count("gradeDown"));
        group.grades.put(Mover.Way.ASIDE, of.count("gradeAside"));
        group.bandWays.put(Mover.Way.UP, of.count("bandUp"));
        group.bandWays.put(Mover.Way.DOWN, of.count("bandDown"));
        group.bandWays.put(Mover.Way.ASIDE, of.count("bandAside"));
        group.heldGained = of.count("heldGained");
        group.heldLost = of.count("heldLost");
        group.shift = of.decimal("shift");
        of.items("grades")
                .forEach(each -> group.standings.put(
                        new Pair<>(standing(each.at("decided")), standing(each.at("candidate"))), each.count("cases")));
        of.items("bands")
                .forEach(each ->
                        group.bands.put(new Pair<>(each.text("decided"), each.text("candidate")), each.count("cases")));
        return group;
    }

    private static Standing standing(Node of) {
        return new Standing(of.text("grade"), of.text("held").equals("true"));
    }

    private static void shifts(Node of, Shifts shifts) {
        if (of.has("values")) {
            of.items("values").forEach(each -> shifts.add(new BigDecimal(each.item(0)), Long.parseLong(each.item(1))));
        } else {
            List<Long> classes = of.items("classes").stream()
                    .map(each -> each.count("cases"))
                    .toList();
            shifts.restore(classes, of.decimal("sum"), of.decimal("least"), of.decimal("greatest"));
        }
    }

    private static void moves(Node of, Impact impact) {
        for (Node each : of.items("moves")) {
            Map<Cause, Long> reasons = new TreeMap<>();
            each.items("firstOfAllBecause").forEach(reason -> reasons.put(cause(reason), reason.count("cases")));
            impact.moves.put(
                    new Move(Move.Kind.valueOf(each.text("what")), each.text("from"), each.text("to")), reasons);
        }
    }

    private static Cause cause(Node of) {
        return new Cause(
                Cause.Kind.valueOf(of.text("cause")),
                of.text("subject"),
                Cause.Rule.valueOf(of.text("rule")),
                of.items("changes").stream()
                        .map(change -> new Change(change.text("name"), change.text("before"), change.text("after")))
                        .toList());
    }

    private static Mover mover(Node of) {
        return new Mover(
                of.text("key"),
                new Person(of.text("cadre"), of.text("unit"), of.text("level"), of.text("post")),
                standing(of.at("decided")),
                standing(of.at("candidate")),
                of.text("bandDecided"),
                of.text("bandCandidate"),
                of.decimal("totalDecided"),
                of.decimal("totalCandidate"),
                Mover.Way.valueOf(of.text("grade")),
                of.items("because").stream().map(ImpactReader::cause).toList(),
                of.items("contributions").stream()
                        .map(each -> new Contribution(cause(each), each.decimal("points")))
                        .toList());
    }

    /** A value of the JSON, known to be what the caller takes it for. */
    private record Node(Datum datum) {
        private Map<String, Datum> entries() {
            return ((Datum.Mapping) datum).entries();
        }

        boolean has(String key) {
            return entries().containsKey(key);
        }

        Node at(String key) {
            Datum found = entries().get(key);
            if (found == null) {
                throw new IllegalArgumentException("no " + key);
            }
            return new Node(found);
        }

        String text(String key) {
            return ((Datum.Scalar) at(key).datum()).text();
        }

        long count(String key) {
            return Long.parseLong(text(key));
        }

        BigDecimal decimal(String key) {
            return new BigDecimal(text(key));
        }

        List<Node> items(String key) {
            return ((Datum.Sequence) at(key).datum())
                    .items().stream().map(Node::new).toList();
        }

        String item(int place) {
            return ((Datum.Scalar) ((Datum.Sequence) datum).items().get(place)).text();
        }

        Map<String, Long> counts(String key) {
            Map<String, Long> counts = new TreeMap<>();
            at(key).each((name, value) -> counts.put(name, Long.parseLong(((Datum.Scalar) value.datum()).text())));
            return counts;
        }

        void each(BiConsumer<String, Node> use) {
            entries().forEach((key, value) -> use.accept(key, new Node(value)));
        }
    }
}
