package cadre.engine.facts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fired rule concluded. Later strata match on it; composition weighs it.
 *
 * @param id the same for the same rule, facts and call, whatever the order of firing
 * @param criterion id of the rule
 * @param stratum the stratum it was written in
 * @param effect what it does
 * @param dimension the rule's dimension, if it has one
 * @param points signed points, for POINTS
 * @param subject ids of the facts it rests on, in the order of the rule's patterns
 * @param grade code of the grade, for GATE and CAP
 * @param target id of the finding set aside, for WAIVE
 * @param share the part set aside, 0 to 1, for WAIVE
 * @param action code of the action, for RECOMMEND
 * @param call place of the call among the rule's calls, from 0
 */
public record Finding(
        String id,
        @CodeOf(CodeKind.CRITERION) String criterion,
        @Hidden Stratum stratum,
        Effect effect,
        @Nullable @CodeOf(CodeKind.DIMENSION) String dimension,
        @Nullable BigDecimal points,
        List<String> subject,
        @Nullable @CodeOf(CodeKind.GRADE) String grade,
        @Hidden @Nullable String target,
        @Hidden @Nullable BigDecimal share,
        @Hidden @Nullable String action,
        @Hidden int call)
        implements Fact {}
