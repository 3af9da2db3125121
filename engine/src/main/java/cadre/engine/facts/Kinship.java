package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A tie between the cadre and a person whose appointment the cadre could influence.
 *
 * @param id the record number at the source
 * @param relation the tie
 * @param recused whether the cadre stood aside
 * @param on when
 */
public record Kinship(String id, Relation relation, boolean recused, LocalDate on) implements Fact {}
