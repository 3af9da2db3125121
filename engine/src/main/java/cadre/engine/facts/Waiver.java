package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A recorded panel decision that sets aside a named deduction for a named fact, with its six grounds.
 *
 * @param id the record number at the source
 * @param criterion the criterion whose deduction is set aside
 * @param fact id of the fact the deduction rests on
 * @param share the part set aside, above 0 and at most 1
 * @param on day of the decision
 * @param motive public, not private, motive
 * @param conditions objective conditions accepted
 * @param procedure procedure was kept
 * @param nature no wilful breach
 * @param consequences consequences acceptable
 * @param recovery losses were made good
 */
public record Waiver(
        String id,
        @CodeOf(CodeKind.CRITERION) String criterion,
        @CodeOf(CodeKind.FACT) String fact,
        BigDecimal share,
        LocalDate on,
        boolean motive,
        boolean conditions,
        boolean procedure,
        boolean nature,
        boolean consequences,
        boolean recovery)
        implements Fact {}
