package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * The rounded score of one dimension, after waivers and bounds.
 *
 * @param dimension its code
 * @param score rounded as the edition says, between the dimension's min and max
 */
public record DimensionScore(@CodeOf(CodeKind.DIMENSION) String dimension, BigDecimal score) implements Fact {
    @Override
    public String id() {
        return "dimension/" + dimension;
    }
}
