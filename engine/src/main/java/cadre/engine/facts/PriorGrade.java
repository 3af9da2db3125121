package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * The grade of an earlier annual appraisal.
 *
 * @param id the record number at the source
 * @param year the year appraised
 * @param grade code of the grade
 */
public record PriorGrade(
        String id,
        @Count BigDecimal year,
        @CodeOf(CodeKind.GRADE) String grade) implements Fact {}
