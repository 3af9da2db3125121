package cadre.engine.language;

import cadre.engine.document.Place;
import java.util.List;
import java.util.Locale;

/** One call of <code>findings</code> on the right of a rule. */
public record Conclusion(Verb verb, List<Expression> arguments, Place place) {
    public Conclusion {
        arguments = List.copyOf(arguments);
    }

    /** What a rule may conclude. Points are 0 or more; sign comes from the verb. */
    public enum Verb {
        /** award( points ) */
        AWARD,
        /** deduct( points ) */
        DEDUCT,
        /** gate( "GRADE" ): the grade is this or lower; cannot be waived */
        GATE,
        /** cap( "GRADE" ): the grade is this or lower, unless wholly waived */
        CAP,
        /** flag( ): for a person's attention, no effect on the score */
        FLAG,
        /** hold( ): the outcome stays HELD until a person resolves it */
        HOLD,
        /** ungraded( ): NOT_GRADED, whatever else holds */
        UNGRADED,
        /** waive( $finding, $share ): sets aside a share, 0 to 1, of a finding's points, or of its cap */
        WAIVE,
        /** recommend( "ACTION" ) */
        RECOMMEND;

        /** As rules write it, such as award. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
