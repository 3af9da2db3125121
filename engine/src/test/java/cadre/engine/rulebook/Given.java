package cadre.engine.rulebook;

import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Level;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts for tests. */
final class Given {
    private Given() {}

    static Indicator indicator(String code, String actual, @Nullable String target) {
        return new Indicator(
                "I-" + code,
                code,
                new BigDecimal(actual),
                target == null ? null : new BigDecimal(target),
                null,
                null,
                "d");
    }

    static Incident incident(String id, Severity severity, String on) {
        return new Incident(id, "ecological", severity, LocalDate.parse(on), null);
    }

    static Cadre cadre() {
        return new Cadre("C-1", "county-head", Level.COUNTY, "U-1", true, false);
    }

    static Appraisal appraisal() {
        return new Appraisal(AppraisalType.ANNUAL, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }
}
