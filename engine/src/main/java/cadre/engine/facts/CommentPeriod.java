package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A period in which opinions of the masses were collected.
 *
 * @param id the record number at the source
 * @param from first day
 * @param to last day
 * @param received opinions received
 * @param answered opinions answered
 */
public record CommentPeriod(
        String id,
        LocalDate from,
        LocalDate to,
        @Count BigDecimal received,
        @Count BigDecimal answered) implements Fact {}
