package cadre.engine.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All words of the rule language that come from Java: fact types, enums, functions. Nothing else can be named in a rule. */
public final class Vocabulary {
    /** List facts of a case file, by the name of their list. */
    private static final Map<String, FactType> LISTS = new LinkedHashMap<>();

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();

    static {
        list("consulted", Consulted.class);
        list("indicators", Indicator.class);
        list("peers", PeerFigure.class);
        list("pastFigures", PastFigure.class);
        list("surveys", Survey.class);
        list("ballots", Ballot.class);
        list("incidents", Incident.class);
        list("projects", Project.class);
        list("sanctions", Sanction.class);
        list("leads", Lead.class);
        list("declarations", Declaration.class);
        list("promotionChecks", PromotionCheck.class);
        list("waivers", Waiver.class);
        list("trainings", Training.class);
        list("priorGrades", PriorGrade.class);
        list("decisions", Decision.class);
        list("procedureSteps", ProcedureStep.class);
        list("kinships", Kinship.class);
        list("politicalFindings", PoliticalFinding.class);
        list("assignments", Assignment.class);
        list("serviceRecords", ServiceRecord.class);
        list("styleAssessments", StyleAssessment.class);
        list("partyMeetings", PartyMeeting.class);
        list("postings", Posting.class);
        list("absences", Absence.class);
        list("investigations", Investigation.class);
        list("appointmentsMade", AppointmentMade.class);
        list("tenures", Tenure.class);
        list("hardships", Hardship.class);
        list("commentPeriods", CommentPeriod.class);
        Stream.of(
                        Cadre.class,
                        Appraisal.class,
                        Unverified.class,
                        Parameter.class,
                        Finding.class,
                        DimensionScore.class,
                        Result.class)
                .forEach(type -> TYPES.put(type.getSimpleName(), FactType.of(type)));
    }

    private Vocabulary() {}

    private static void list(String name, Class<? extends Fact> type) {
        FactType factType = FactType.of(type);
        LISTS.put(name, factType);
        TYPES.put(factType.name(), factType);
    }

    /** The lists of a case file and the type of the facts in them. */
    public static Map<String, FactType> lists() {
        return java.util.Collections.unmodifiableMap(LISTS);
    }

    public static Collection<FactType> types() {
        return java.util.Collections.unmodifiableCollection(TYPES.values());
    }

    /** The type that rules call by this name. */
    public static Optional<FactType> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** The type of a fact. */
    public static FactType type(Fact fact) {
        return java.util.Objects.requireNonNull(TYPES.get(fact.getClass().getSimpleName()));
    }

    /** The enum that rules call by this name, if a component has it. */
    public static Optional<Class<?>> enumeration(String name) {
        return TYPES.values().stream()
                .flatMap(type -> type.components().stream())
                .filter(c -> !c.hidden())
                .<Class<?>>mapMulti((c, sink) -> {
                    if (c.type().enumeration() != null) {
                        sink.accept(c.type().enumeration());
                    }
                })
                .filter(e -> e.getSimpleName().equals(name))
                .findFirst();
    }

    /**
     * What there is at most one fact of this type for: the value of the component named, or, for the empty text, a whole
     * case. A fact's id, where it is a component, is such a key as well.
     */
    public static Optional<String> uniqueKey(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "Cadre", "Appraisal", "Result" -> "";
                    case "DimensionScore" -> "dimension";
                    case "Parameter" -> "name";
                    case "Indicator" -> "code";
                    case "PeerFigure" -> "code";
                    case "Consulted" -> "register";
                    default -> TYPES.containsKey(type) ? "id" : null;
                });
    }

    /** The function of Figures that rules call by this name, if there is one. */
    public static Optional<FunctionSignature> function(String name) {
        return FunctionSignature.named(name);
    }
}
