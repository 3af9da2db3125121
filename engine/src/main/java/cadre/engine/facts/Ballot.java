package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * A full ballot by one class of voters; counts are exact.
 *
 * @param id the record number at the source
 * @param voterClass who voted
 * @param voters who could vote
 * @param ballots valid ballots cast
 * @param excellent votes for Excellent
 * @param competent votes for Competent
 * @param basicallyCompetent votes for Basically competent
 * @param incompetent votes for Incompetent
 */
public record Ballot(
        String id,
        VoterClass voterClass,
        @Count BigDecimal voters,
        @Count BigDecimal ballots,
        @Count BigDecimal excellent,
        @Count BigDecimal competent,
        @Count BigDecimal basicallyCompetent,
        @Count BigDecimal incompetent)
        implements Fact {}
