package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * Meetings of party life, due and held.
 *
 * @param id the record number at the source
 * @param kind which meeting
 * @param due how many were due
 * @param held how many were held
 */
public record PartyMeeting(
        String id,
        MeetingKind kind,
        @Count BigDecimal due,
        @Count BigDecimal held) implements Fact {}
