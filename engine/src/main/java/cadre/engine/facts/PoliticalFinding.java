package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A structured finding on political integrity, entered by the competent body and never inferred.
 *
 * @param id the record number at the source
 * @param body the competent body
 * @param severity how grave
 * @param on when
 */
public record PoliticalFinding(String id, String body, Severity severity, LocalDate on) implements Fact {}
