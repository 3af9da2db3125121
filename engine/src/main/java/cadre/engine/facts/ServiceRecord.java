package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * What a service desk did for one clientele under one load.
 *
 * @param id the record number at the source
 * @param clientele whom it served
 * @param load how busy it was
 * @param received matters received
 * @param resolved matters resolved in time
 * @param unjustifiedTransfers matters passed on without cause
 */
public record ServiceRecord(
        String id,
        Clientele clientele,
        Load load,
        @Count BigDecimal received,
        @Count BigDecimal resolved,
        @Count BigDecimal unjustifiedTransfers)
        implements Fact {}
