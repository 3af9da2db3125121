package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sample survey; judged by its confidence interval.
 *
 * @param id the record number at the source
 * @param topic what was asked
 * @param respondents answers received
 * @param satisfied answers that are satisfied
 * @param population people who could have been asked
 * @param designEffect variance against a simple random sample, at least 1
 */
public record Survey(
        String id,
        SurveyTopic topic,
        @Count BigDecimal respondents,
        @Count BigDecimal satisfied,
        @Nullable @Count BigDecimal population,
        @Nullable BigDecimal designEffect)
        implements Fact {}
