package cadre.engine.facts;

import java.time.LocalDate;

/**
 * An assessment of one aspect of work style.
 *
 * @param id the record number at the source
 * @param aspect which
 * @param weak whether it was found weak
 * @param on when
 */
public record StyleAssessment(String id, StyleAspect aspect, boolean weak, LocalDate on) implements Fact {}
