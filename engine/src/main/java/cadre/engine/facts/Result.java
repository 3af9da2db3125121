package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria come to, before the use of results.
 *
 * @param total the rounded weighted total
 * @param band code of the grade the total alone would give; none if the edition does not grade
 * @param grade code of the grade after gates and caps, or NOT_GRADED; none if the edition does not grade
 * @param held whether a hold is open
 */
public record Result(
        BigDecimal total,
        @Nullable @CodeOf(CodeKind.GRADE) String band,
        @Nullable @CodeOf(CodeKind.GRADE) String grade,
        boolean held)
        implements Fact {
    @Override
    public String id() {
        return "result";
    }
}
