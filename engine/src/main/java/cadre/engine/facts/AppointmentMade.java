package cadre.engine.facts;

import java.time.LocalDate;

/**
 * An appointment a chief officer made in the term.
 *
 * @param id the record number at the source
 * @param on when
 * @param misappointed whether it was later found a misappointment
 */
public record AppointmentMade(String id, LocalDate on, boolean misappointed) implements Fact {}
