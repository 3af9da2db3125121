package cadre.engine.facts;

import java.time.LocalDate;

/**
 * One of the four musts before a promotion.
 *
 * @param id the record number at the source
 * @param step which of the four
 * @param passed whether it was done and raised no objection
 * @param on when
 */
public record PromotionCheck(String id, PromotionStep step, boolean passed, LocalDate on) implements Fact {}
