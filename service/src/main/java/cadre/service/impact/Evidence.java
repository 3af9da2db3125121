package cadre.service.impact;

import cadre.engine.impact.Impact;
import cadre.engine.impact.ImpactJson;
import cadre.service.evaluation.Population;
import cadre.service.release.ReleaseImpacts;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A finished report as evidence: which evaluations it is about, and what the candidate makes of them. It names nobody. */
@Component
class Evidence {
    private static final JsonFactory JSON = new JsonFactory();

    private final ReleaseImpacts impacts;

    Evidence(ReleaseImpacts impacts) {
        this.impacts = impacts;
    }

    /** Canonical JSON: the population and the engine's report. */
    byte[] report(Job job, long lookedAt, long leftOut, Impact impact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            Population population = job.population();
            json.writeStartObject();
            json.writeObjectPropertyStart("population");
            text(json, "unit", population.unit());
            text(json, "edition", population.edition());
            text(json, "grade", population.grade());
            text(json, "from", population.from());
            text(json, "to", population.to());
            text(json, "last", job.last());
            json.writeNumberProperty("evaluations", lookedAt);
            json.writeName("share").writeNumber(plain(job.sample().share()));
            json.writeStringProperty("seed", job.sample().seed());
            json.writeNumberProperty("compared", impact.cases());
            json.writeNumberProperty("leftOut", leftOut);
            json.writeEndObject();
            json.writeName("impact").writeRawValue(new String(ImpactJson.write(impact), StandardCharsets.UTF_8));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Attaches it to its release and gives its digest. */
    String attach(Job job, byte[] report) {
        return impacts.attach(
                job.candidate(), report, job.person(), Instant.now().truncatedTo(ChronoUnit.MICROS), words(job));
    }

    /** The population in words, for people. */
    static String words(Job job) {
        Population population = job.population();
        StringJoiner words = new StringJoiner(", ");
        words.add(job.evaluations() + " current evaluations");
        if (population.unit() != null) {
            words.add("unit " + population.unit());
        }
        if (population.edition() != null) {
            words.add("edition " + population.edition());
        }
        if (population.grade() != null) {
            words.add("grade " + population.grade());
        }
        if (population.from() != null) {
            words.add("period ends from " + population.from());
        }
        if (population.to() != null) {
            words.add("period ends until " + population.to());
        }
        if (job.sample().share().compareTo(BigDecimal.ONE) < 0) {
            words.add("a share of " + plain(job.sample().share()) + " drawn with the seed "
                    + job.sample().seed());
        }
        return words.toString();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static void text(JsonGenerator json, String key, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(key, value.toString());
        }
    }
}
