package cadre.engine.cases;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.SanctionTrack;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws one fact of any type: every component by its kind, then what must fit together is made to fit. */
final class FactDraw {
    private static final List<BigDecimal> TARGETS = Stream.of("100", "10", "1", "310", "43", "0.7", "79.995")
            .map(BigDecimal::new)
            .toList();

    /** Components of which true speaks against the cadre. */
    private static final Set<String> DRAWBACKS = Set.of("concealed", "misappointed", "weak");

    private static final Set<String> PARTY_ONLY = Set.of("SERIOUS_WARNING", "PROBATION_IN_PARTY");

    private final Edition edition;
    private final Draw draw;
    private final List<String> texts;

    FactDraw(Edition edition, Draw draw, List<String> texts) {
        this.edition = edition;
        this.draw = draw;
        this.texts = texts.isEmpty() ? List.of("office") : texts;
    }

    /** A fact in which some values are set already, such as its id. */
    Fact fact(FactType type, Map<String, Object> set) {
        Map<String, Object> values = new HashMap<>(set);
        for (Component component : type.components()) {
            if (!values.containsKey(component.name())
                    && !(component.nullable() && draw.chance(draw.complete() ? 10 : 30))) {
                values.put(component.name(), value(type, component, values));
            }
        }
        fit(type, values);
        return construct(type, values);
    }

    private Object value(FactType type, Component component, Map<String, Object> values) {
        return switch (component.type().kind()) {
            case DECIMAL -> component.count() ? draw.count() : draw.notNegative();
            case DATE -> day(type, values);
            case BOOLEAN -> draw.chance(95, 50, 30) != DRAWBACKS.contains(component.name());
            case TEXT -> text(component);
            case CONSTANT -> constant(component);
            case FRACTION, TEXTS -> throw new IllegalArgumentException(type.name());
        };
    }

    /** No day of a fact lies before its first, but a milestone may be reached early. */
    private LocalDate day(FactType type, Map<String, Object> values) {
        return type.components().stream()
                .map(component -> values.get(component.name()))
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .findFirst()
                .filter(first -> !type.name().equals("Project"))
                .map(draw::dayFrom)
                .orElseGet(draw::day);
    }

    private String text(Component component) {
        CodeKind code = component.code();
        if (code == null) {
            return draw.one(texts);
        }
        if (code == CodeKind.GRADE && !edition.grades().isEmpty() && draw.chance(80, 0, 0)) {
            return edition.grades().get(0).code();
        }
        return draw.one(
                switch (code) {
                    case FAMILY ->
                        edition.indicators().values().stream()
                                .map(IndicatorLine::family)
                                .distinct()
                                .toList();
                    case GRADE ->
                        Stream.concat(edition.grades().stream().map(Edition.Grade::code), Stream.of(Edition.NOT_GRADED))
                                .toList();
                    case CRITERION -> edition.criteria();
                    case INDICATOR, REGISTER, FACT, DIMENSION, PARAMETER, STRATUM ->
                        throw new IllegalArgumentException(component.name());
                });
    }

    private Object constant(Component component) {
        Class<?> enumeration = component.type().enumeration();
        if (enumeration == null) {
            throw new IllegalArgumentException(component.name());
        }
        return draw.one(Arrays.asList(enumeration.getEnumConstants()));
    }

    private void fit(FactType type, Map<String, Object> values) {
        values.computeIfPresent("year", (name, any) -> year());
        switch (type.name()) {
            case "Indicator" -> measure(values);
            case "PeerFigure" -> {
                values.put("median", near(draw.one(TARGETS)));
                values.computeIfPresent(
                        "rank",
                        (name, any) -> draw.partOf(count(values, "peers")).add(BigDecimal.ONE));
            }
            case "Survey" -> {
                BigDecimal respondents = draw.chance(50)
                        ? count(values, "respondents")
                        : draw.one(TARGETS).movePointRight(3).setScale(0);
                values.put("respondents", respondents);
                values.put("satisfied", draw.goodPartOf(respondents));
                values.computeIfPresent("population", (name, any) -> respondents.add((BigDecimal) any));
                values.computeIfPresent("designEffect", (name, any) -> ((BigDecimal) any).max(BigDecimal.ONE));
            }
            case "Ballot" -> ballot(values);
            case "Waiver" ->
                values.put("share", draw.chance(60) ? BigDecimal.ONE : BigDecimal.valueOf(draw.between(1, 100), 2));
            case "ServiceRecord" -> {
                values.put("resolved", draw.goodPartOf(count(values, "received")));
                values.put("unjustifiedTransfers", fewOf(count(values, "received")));
            }
            case "Declaration" -> values.put("discrepancies", fewOf(count(values, "discrepancies")));
            case "Sanction" -> {
                if (PARTY_ONLY.contains(String.valueOf(values.get("kind")))) {
                    values.put("track", SanctionTrack.PARTY);
                }
            }
            case "CommentPeriod" -> values.put("answered", draw.goodPartOf(count(values, "received")));
            case "Training" -> {
                if (draw.chance(90, 50, 10)) {
                    values.put("hours", values.getOrDefault("required", BigDecimal.ZERO));
                }
            }
            case "PartyMeeting" -> {
                if (draw.chance(90, 50, 10)) {
                    values.put("held", count(values, "due"));
                }
            }
            case "Absence" -> {
                long days = ChronoUnit.DAYS.between((LocalDate) values.get("from"), (LocalDate) values.get("to")) + 1;
                values.put("days", draw.partOf(BigDecimal.valueOf(days)));
            }
            default -> {}
        }
    }

    /** Of what speaks against the cadre: none if the record is good. */
    private BigDecimal fewOf(BigDecimal whole) {
        return draw.chance(90, 30, 0) ? BigDecimal.ZERO : draw.partOf(whole);
    }

    private BigDecimal year() {
        int back = draw.one(List.of(1, 1, 1, 2, 2, 3, 4));
        return BigDecimal.valueOf(draw.appraisal().to().getYear() - back);
    }

    private static BigDecimal count(Map<String, Object> values, String component) {
        return (BigDecimal) values.getOrDefault(component, BigDecimal.ZERO);
    }

    /** Actual and baseline stand near the target, where attainment and trend turn. */
    private void measure(Map<String, Object> values) {
        BigDecimal target = draw.one(TARGETS);
        values.computeIfPresent("target", (name, any) -> target);
        values.computeIfPresent("baseline", (name, any) -> draw.beside(near(target)));
        values.put("actual", draw.chance(90, 30, 0) ? reached(target, values) : near(target));
    }

    private BigDecimal reached(BigDecimal target, Map<String, Object> values) {
        IndicatorLine line = edition.indicators().get(String.valueOf(values.get("code")));
        int beyond = draw.between(0, 30);
        boolean lower = line != null && line.direction() == Edition.Direction.LOWER_IS_BETTER;
        return target.multiply(BigDecimal.valueOf(lower ? 100 - beyond : 100 + beyond, 2));
    }

    private BigDecimal near(BigDecimal target) {
        BigDecimal scaled = target.scale() < 2 ? target.setScale(2) : target;
        return switch (draw.between(0, 3)) {
            case 0 -> target;
            case 1 -> draw.beside(scaled);
            case 2 -> draw.nearThreshold();
            default -> scaled.multiply(BigDecimal.valueOf(draw.between(0, 150), 2));
        };
    }

    private void ballot(Map<String, Object> values) {
        BigDecimal voters = draw.chance(30)
                ? count(values, "voters")
                : draw.one(TARGETS).movePointRight(3).setScale(0);
        BigDecimal ballots = draw.partOf(voters);
        BigDecimal against = draw.chance(0, 20, 70) ? draw.partOf(ballots) : BigDecimal.ZERO;
        BigDecimal excellent = draw.goodPartOf(ballots.subtract(against));
        BigDecimal competent = draw.partOf(ballots.subtract(against).subtract(excellent));
        BigDecimal basically =
                draw.partOf(ballots.subtract(against).subtract(excellent).subtract(competent));
        BigDecimal rest = ballots.subtract(excellent).subtract(competent).subtract(basically);
        values.put("voters", voters);
        values.put("ballots", ballots);
        values.put("excellent", excellent);
        values.put("competent", competent);
        values.put("basicallyCompetent", basically);
        values.put("incompetent", draw.chance(70) ? rest : draw.partOf(rest));
    }

    private static Fact construct(FactType type, Map<String, Object> values) {
        RecordComponent[] components = type.record().getRecordComponents();
        @Nullable
        Object[] arguments =
                Arrays.stream(components).map(c -> values.get(c.getName())).toArray();
        try {
            return type.record()
                    .getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.name(), e);
        }
    }
}
