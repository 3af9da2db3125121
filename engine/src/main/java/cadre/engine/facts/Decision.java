package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A matter that had to be decided collectively.
 *
 * @param id the record number at the source
 * @param matter what was decided
 * @param collective whether it was decided collectively
 * @param on when
 */
public record Decision(String id, DecisionMatter matter, boolean collective, LocalDate on) implements Fact {}
