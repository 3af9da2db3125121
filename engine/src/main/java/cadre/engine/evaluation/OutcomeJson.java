package cadre.engine.evaluation;

import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as canonical JSON in UTF-8: the same outcome always gives the same bytes. Scores and the total are written
 * with the places of the edition's rounding, other decimals without zeros at their end; what is missing is left out.
 */
public final class OutcomeJson {
    private OutcomeJson() {}

    public static byte[] write(Outcome outcome) {
        JsonText json = new JsonText().open('{').field("cadre", outcome.cadre());
        Appraisal appraisal = outcome.appraisal();
        json.key("appraisal").open('{').field("type", appraisal.type().name());
        json.field("from", appraisal.from().toString())
                .field("to", appraisal.to().toString());
        json.close('}');
        Outcome.Release release = outcome.release();
        json.key("release").open('{').field("edition", release.edition());
        json.field("version", release.version()).field("digest", release.digest());
        json.close('}');
        scale(json, outcome.scale());
        json.field("status", outcome.status().name());
        json.key("dimensions").open('[');
        outcome.dimensions().forEach(line -> dimension(json, line));
        json.close(']');
        json.key("total").raw(outcome.total().toPlainString());
        json.field("band", outcome.band()).field("grade", outcome.grade());
        json.key("findings").open('[');
        outcome.findings().forEach(line -> finding(json, line));
        json.close(']').key("firings").open('[');
        outcome.firings().forEach(line -> firing(json, line));
        json.close(']').key("bounds").open('[');
        outcome.bounds()
                .forEach(bound -> json.open('{')
                        .field("criterion", bound.criterion())
                        .field("parameter", bound.parameter())
                        .field("atMost", bound.atMost())
                        .close('}'));
        json.close(']').key("excluded").open('[');
        outcome.excluded()
                .forEach(exclusion -> json.open('{')
                        .field("fact", exclusion.fact())
                        .field("because", exclusion.because())
                        .close('}'));
        json.close(']').field("unused", outcome.unused());
        json.key("engine").open('{');
        outcome.engine().forEach(json::field);
        return json.close('}').close('}').bytes();
    }

    private static void scale(JsonText json, Outcome.Scale scale) {
        json.key("scale").open('{').field("places", scale.places());
        json.field("rounding", scale.rounding()).key("grades").open('[');
        scale.grades()
                .forEach(grade -> json.open('{')
                        .field("code", grade.code())
                        .field("title", grade.title())
                        .field("from", grade.from())
                        .close('}'));
        json.close(']').close('}');
    }

    private static void dimension(JsonText json, Outcome.DimensionLine line) {
        json.open('{').field("code", line.code()).field("title", line.title());
        json.field("weight", line.weight()).field("start", line.start());
        json.field("min", line.min()).field("max", line.max());
        json.field("points", line.points());
        json.key("score").raw(line.score().toPlainString()).close('}');
    }

    private static void finding(JsonText json, Outcome.FindingLine line) {
        json.open('{').field("id", line.id());
        if (line.firing() != null) {
            json.field("firing", line.firing().intValue());
        }
        json.field("criterion", line.criterion()).field("missing", line.missing());
        json.field("stratum", line.stratum().group())
                .field("effect", line.effect().name());
        json.field("dimension", line.dimension());
        json.field("points", line.points()).field("applied", line.applied());
        json.field("grade", line.grade()).field("target", line.target());
        json.field("share", line.share()).field("appliedShare", line.appliedShare());
        json.field("action", line.action()).field("title", line.title()).close('}');
    }

    private static void firing(JsonText json, Outcome.FiringLine line) {
        json.open('{').field("n", line.n()).field("criterion", line.criterion());
        json.field("title", line.title()).field("basis", line.basis());
        json.field("says", line.says()).key("bound").open('{');
        for (Map.Entry<String, Object> variable : line.bound().entrySet()) {
            value(json, variable.getKey(), variable.getValue());
        }
        json.close('}').field("facts", line.facts());
        json.field("parameters", line.parameters()).close('}');
    }

    private static void value(JsonText json, String name, @Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            json.field(name, decimal);
        } else if (value instanceof Boolean truth) {
            json.key(name).raw(truth.toString());
        } else if (value instanceof List<?> texts) {
            json.field(name, texts.stream().map(String::valueOf).toList());
        } else if (value instanceof Enum<?> constant) {
            json.field(name, constant.name());
        } else if (value instanceof Fraction fraction) {
            json.field(name, fraction.toString());
        } else if (value != null) {
            json.field(name, value.toString());
        }
    }
}
