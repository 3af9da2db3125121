package cadre.engine.mutation;

import cadre.engine.language.Conclusion;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.RuleText;
import cadre.engine.mutation.Change.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What a rule concludes, with one change in it, in every way. */
final class ConclusionVariants {
    private ConclusionVariants() {}

    static Stream<Variant<List<Conclusion>>> of(List<Conclusion> conclusions) {
        return Stream.concat(
                Variant.without(conclusions, Kind.CONCLUSION, RuleText::conclusion, Conclusion::place),
                Variant.ofOne(conclusions, ConclusionVariants::of));
    }

    private static Stream<Variant<Conclusion>> of(Conclusion conclusion) {
        return Stream.concat(
                verb(conclusion),
                ExpressionVariants.ON_THE_RIGHT
                        .list(conclusion.arguments())
                        .map(v -> v.within(
                                arguments -> new Conclusion(conclusion.verb(), arguments, conclusion.place()))));
    }

    private static Stream<Variant<Conclusion>> verb(Conclusion conclusion) {
        return switch (conclusion.verb()) {
            case AWARD -> other(conclusion, Verb.DEDUCT, Kind.SIGN);
            case DEDUCT -> other(conclusion, Verb.AWARD, Kind.SIGN);
            case GATE -> other(conclusion, Verb.CAP, Kind.FORCE);
            case CAP -> other(conclusion, Verb.GATE, Kind.FORCE);
            case FLAG, HOLD, UNGRADED, WAIVE, RECOMMEND -> Stream.empty();
        };
    }

    private static Stream<Variant<Conclusion>> other(Conclusion conclusion, Verb verb, Kind kind) {
        Conclusion other = new Conclusion(verb, conclusion.arguments(), conclusion.place());
        return Stream.of(new Variant<>(
                other,
                new Change(kind, RuleText.conclusion(conclusion), RuleText.conclusion(other), conclusion.place())));
    }
}
