package cadre.engine.impact;

import cadre.engine.edition.Titles;
import cadre.engine.impact.Impact.Side;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A report as JSON, one way only: keys in a fixed order, lists sorted, decimals plain and without zeros at their end, so the
 * same cases give the same bytes. {@link ImpactReader} reads it back whole, which is how a report is taken up again.
 */
public final class ImpactJson {
    private final JsonGenerator json;

    private ImpactJson(JsonGenerator json) {
        this.json = json;
    }

    /** The report in UTF-8. */
    public static byte[] write(Impact impact) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new ImpactJson(json).report(impact);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One mover in UTF-8. */
    public static byte[] write(Mover mover) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new ImpactJson(json).mover(mover);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** "sha256:" and the hex digits of the SHA-256 over a report's bytes. */
    public static String digest(byte[] report) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(report));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Impact impact) {
        json.writeStartObject();
        json.writeObjectPropertyStart("candidate");
        side(impact.candidate);
        json.writeEndObject();
        json.writeArrayPropertyStart("decidedBy");
        impact.decidedBy.forEach((side, cases) -> {
            json.writeStartObject();
            side(side);
            number("cases", cases);
            json.writeEndObject();
        });
        json.writeEndArray();
        unanswered(impact);
        json.writeObjectPropertyStart("all");
        group(impact.all);
        json.writeEndObject();
        decimal("totalsDecided", impact.totalsDecided);
        decimal("totalsCandidate", impact.totalsCandidate);
        shifts(impact.shifts);
        moves(impact);
        causes(impact);
        groups("units", impact.units, impact.all.cases);
        groups("levels", impact.levels, impact.all.cases);
        groups("posts", impact.posts, impact.all.cases);
        json.writeObjectPropertyStart("movers");
        number("cases", impact.all.movers);
        number("listed", impact.movers.size());
        json.writeArrayPropertyStart("persons");
        impact.movers.forEach(this::mover);
        json.writeEndArray().writeEndObject();
        json.writeObjectPropertyStart("names");
        impact.names.forEach(this::titles);
        json.writeEndObject();
        Limits limits = impact.limits;
        json.writeObjectPropertyStart("limits");
        number("movers", limits.movers());
        number("groups", limits.groups());
        number("reasons", limits.reasons());
        number("shifts", limits.shifts());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void side(Side side) {
        json.writeStringProperty("edition", side.edition());
        json.writeStringProperty("version", side.version());
        json.writeStringProperty("digest", side.digest());
    }

    /** What the stored facts could not answer: told before any matrix over the rest. */
    private void unanswered(Impact impact) {
        json.writeObjectPropertyStart("unanswered");
        number("outsideInForce", impact.outsideInForce);
        json.writeArrayPropertyStart("refusals");
        impact.refusals.counts().forEach((reason, cases) -> {
            json.writeStartObject();
            json.writeStringProperty("code", reason.code());
            json.writeStringProperty("list", reason.list());
            json.writeStringProperty("word", reason.word());
            number("cases", cases);
            json.writeEndObject();
        });
        json.writeEndArray();
        number("otherRefusals", impact.refusals.others());
        counts("failures", impact.failures);
        counts("missingDecided", impact.missingDecided);
        counts("missingCandidate", impact.missingCandidate);
        json.writeEndObject();
    }

    private void counts(String key, Map<String, Long> counts) {
        json.writeObjectPropertyStart(key);
        counts.forEach(this::number);
        json.writeEndObject();
    }

    private void group(Group group) {
        number("cases", group.cases);
        number("evaluated", group.evaluated());
        number("refused", group.refused);
        number("failed", group.failed);
        number("movers", group.movers);
        number("gradeUp", group.grades(Mover.Way.UP));
        number("gradeDown", group.grades(Mover.Way.DOWN));
        number("gradeAside", group.grades(Mover.Way.ASIDE));
        number("bandUp", group.bands(Mover.Way.UP));
        number("bandDown", group.bands(Mover.Way.DOWN));
        number("bandAside", group.bands(Mover.Way.ASIDE));
        number("heldGained", group.heldGained);
        number("heldLost", group.heldLost);
        decimal("shift", group.shift);
        json.writeArrayPropertyStart("grades");
        group.standings.forEach((pair, cases) -> {
            json.writeStartObject();
            standing("decided", pair.decided());
            standing("candidate", pair.candidate());
            number("cases", cases);
            json.writeEndObject();
        });
        json.writeEndArray().writeArrayPropertyStart("bands");
        group.bands.forEach((pair, cases) -> {
            json.writeStartObject();
            json.writeStringProperty("decided", pair.decided());
            json.writeStringProperty("candidate", pair.candidate());
            number("cases", cases);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void groups(String key, Groups groups, long cases) {
        json.writeObjectPropertyStart(key);
        json.writeArrayPropertyStart("groups");
        groups.groups().forEach((code, group) -> {
            json.writeStartObject();
            json.writeStringProperty("code", code);
            group(group);
            json.writeEndObject();
        });
        json.writeEndArray();
        number("others", groups.others(cases));
        json.writeEndObject();
    }

    private void standing(String key, Standing standing) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("grade", standing.grade());
        json.writeBooleanProperty("held", standing.held());
        json.writeEndObject();
    }

    private void shifts(Shifts shifts) {
        json.writeObjectPropertyStart("shifts");
        number("cases", shifts.count());
        decimal("sum", shifts.sum());
        decimal("mean", shifts.mean());
        if (shifts.least() != null && shifts.greatest() != null) {
            decimal("least", shifts.least());
            decimal("greatest", shifts.greatest());
        }
        json.writeArrayPropertyStart("classes");
        List<Long> classes = shifts.classes();
        for (int i = 0; i < classes.size(); i++) {
            json.writeStartObject();
            json.writeStringProperty("shift", Shifts.CLASSES.get(i));
            number("cases", classes.get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        shifts.values().ifPresent(values -> {
            json.writeObjectPropertyStart("quantiles");
            for (int percent : ImpactText.QUANTILES) {
                shifts.quantile(percent).ifPresent(value -> decimal(percent + "%", value));
            }
            json.writeEndObject().writeArrayPropertyStart("values");
            values.forEach((value, cases) -> {
                json.writeStartArray();
                json.writeNumber(Revision.plain(value));
                json.writeNumber(cases);
                json.writeEndArray();
            });
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void moves(Impact impact) {
        json.writeArrayPropertyStart("moves");
        impact.moves.forEach((move, reasons) -> {
            json.writeStartObject();
            json.writeStringProperty("what", move.kind().name());
            json.writeStringProperty("from", move.from());
            json.writeStringProperty("to", move.to());
            json.writeArrayPropertyStart("firstOfAllBecause");
            reasons.forEach((cause, cases) -> {
                json.writeStartObject();
                cause(cause);
                number("cases", cases);
                json.writeEndObject();
            });
            json.writeEndArray().writeEndObject();
        });
        json.writeEndArray();
    }

    private void causes(Impact impact) {
        json.writeArrayPropertyStart("causes");
        impact.causes.forEach((cause, weight) -> {
            json.writeStartObject();
            cause(cause);
            number("up", weight.up());
            number("down", weight.down());
            decimal("points", weight.points());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void cause(Cause cause) {
        json.writeStringProperty("cause", cause.kind().name());
        json.writeStringProperty("subject", cause.subject());
        json.writeStringProperty("rule", cause.rule().name());
        json.writeArrayPropertyStart("changes");
        cause.changes().forEach(change -> {
            json.writeStartObject();
            json.writeStringProperty("name", change.name());
            json.writeStringProperty("before", change.before());
            json.writeStringProperty("after", change.after());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void mover(Mover mover) {
        json.writeStartObject();
        json.writeStringProperty("key", mover.key());
        json.writeStringProperty("cadre", mover.person().cadre());
        json.writeStringProperty("unit", mover.person().unit());
        json.writeStringProperty("level", mover.person().level());
        json.writeStringProperty("post", mover.person().post());
        standing("decided", mover.decided());
        standing("candidate", mover.candidate());
        json.writeStringProperty("bandDecided", mover.bandDecided());
        json.writeStringProperty("bandCandidate", mover.bandCandidate());
        decimal("totalDecided", mover.totalDecided());
        decimal("totalCandidate", mover.totalCandidate());
        json.writeStringProperty("grade", mover.grade().name());
        json.writeArrayPropertyStart("because");
        mover.because().forEach(cause -> {
            json.writeStartObject();
            cause(cause);
            json.writeEndObject();
        });
        json.writeEndArray().writeArrayPropertyStart("contributions");
        mover.contributions().forEach(contribution -> {
            json.writeStartObject();
            cause(contribution.cause());
            decimal("points", contribution.points());
            json.writeEndObject();
        });
        json.writeEndArray().writeEndObject();
    }

    private void titles(String key, Titles titles) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("en", titles.en());
        json.writeStringProperty("zh", titles.zh());
        json.writeEndObject();
    }

    private void number(String key, long value) {
        json.writeNumberProperty(key, value);
    }

    private void decimal(String key, BigDecimal value) {
        json.writeName(key).writeNumber(Revision.plain(value));
    }
}
