package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Leave taken in the period.
 *
 * @param id the record number at the source
 * @param kind why
 * @param from first day
 * @param to last day
 * @param days days of absence
 */
public record Absence(
        String id,
        AbsenceKind kind,
        LocalDate from,
        LocalDate to,
        @Count BigDecimal days) implements Fact {}
