package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A hardship of the cadre that calls for care.
 *
 * @param id the record number at the source
 * @param kind which
 * @param on since when
 */
public record Hardship(String id, HardshipKind kind, LocalDate on) implements Fact {}
