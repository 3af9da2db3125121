package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * A declaration of personal matters and what checking it found.
 *
 * @param id the record number at the source
 * @param occasion why it was checked
 * @param filed whether it was filed in time
 * @param checked whether it was verified
 * @param discrepancies omissions found
 * @param concealed whether the checking body concluded concealment
 */
public record Declaration(
        String id,
        DeclarationOccasion occasion,
        boolean filed,
        boolean checked,
        @Count BigDecimal discrepancies,
        boolean concealed)
        implements Fact {}
