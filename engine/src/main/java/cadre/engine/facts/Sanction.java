package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A party or administrative sanction.
 *
 * @param id the record number at the source
 * @param track party or administrative
 * @param kind its kind
 * @param from first day in force
 */
public record Sanction(String id, SanctionTrack track, SanctionKind kind, LocalDate from) implements Fact {}
