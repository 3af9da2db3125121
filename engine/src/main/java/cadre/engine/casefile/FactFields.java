package cadre.engine.casefile;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.Values;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.Vocabulary;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One fact being read from its mapping: what could be read of it is kept, although the rest may have problems. */
final class FactFields {
    /** Texts that name something elsewhere, beside ids. */
    private static final Set<String> NAMES = Set.of("Cadre.post", "Cadre.unit", "Tenure.post");

    /** What may be left out although a fact always has it. */
    private static final Map<String, Object> DEFAULTS = Map.of("Cadre.probation", false);

    private static final ClassValue<Plan> PLANS = new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> record) {
            return Plan.of(Vocabulary.type(record.getSimpleName()).orElseThrow());
        }
    };

    /** How facts of a type are read. */
    private record Plan(List<Part> parts, Map<String, Integer> places, Constructor<? extends Fact> constructor) {
        static Plan of(FactType type) {
            try {
                Map<String, Integer> places = new HashMap<>();
                type.components().forEach(component -> places.put(component.name(), places.size()));
                return new Plan(
                        type.components().stream()
                                .map(component -> Part.of(type, component))
                                .toList(),
                        places,
                        type.record()
                                .getConstructor(Arrays.stream(type.record().getRecordComponents())
                                        .map(RecordComponent::getType)
                                        .toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * How one component is read.
     *
     * @param otherwise its value if it is left out
     * @param name whether its text is the name of something
     * @param constants its values by name, if it is an enum
     */
    private record Part(Component component, Optional<Object> otherwise, boolean name, Map<String, Object> constants) {
        static Part of(FactType type, Component component) {
            String path = type.name() + "." + component.name();
            Map<String, Object> constants = new LinkedHashMap<>();
            Class<?> enumeration = component.type().enumeration();
            if (enumeration != null) {
                for (Object constant : enumeration.getEnumConstants()) {
                    constants.put(((Enum<?>) constant).name(), constant);
                }
            }
            return new Part(
                    component,
                    Optional.ofNullable(DEFAULTS.get(path)),
                    component.name().equals("id") || NAMES.contains(path),
                    constants);
        }

        boolean optional() {
            return component.nullable() || otherwise.isPresent();
        }
    }

    private final FactType type;
    private final Plan plan;
    private final Fields fields;
    private final Values values;
    private final Problems problems;
    /** What was read, by the place of its component. */
    private final @Nullable Object[] read;

    private boolean complete = true;

    private FactFields(FactType type, Fields fields, Problems problems) {
        this.type = type;
        this.plan = PLANS.get(type.record());
        this.read = new @Nullable Object[plan.parts().size()];
        this.fields = fields;
        this.values = new Values(problems);
        this.problems = problems;
    }

    /** Reads every component of the type; other keys are still to be asked for. */
    static Optional<FactFields> read(FactType type, Datum datum, Codes codes, Problems problems) {
        return Fields.of(datum, problems).map(fields -> {
            FactFields reading = new FactFields(type, fields, problems);
            for (int place = 0; place < reading.read.length; place++) {
                reading.read(place, codes);
            }
            return reading;
        });
    }

    private void read(int place, Codes codes) {
        Part part = plan.parts().get(place);
        String name = part.component().name();
        Optional<Datum> written = part.optional() ? fields.optional(name) : fields.required(name);
        Optional<?> value = written.isEmpty() ? part.otherwise() : value(part, written.get(), codes);
        if (value.isPresent()) {
            read[place] = value.get();
        } else if (written.isPresent() || !part.optional()) {
            complete = false;
        }
    }

    private Optional<?> value(Part part, Datum datum, Codes codes) {
        return switch (part.component().type().kind()) {
            case DECIMAL -> part.component().count() ? values.count(datum) : values.decimal(datum);
            case DATE -> values.day(datum);
            case BOOLEAN -> values.truth(datum);
            case TEXT -> text(part, datum, codes);
            case CONSTANT ->
                values.word(datum, part.constants().keySet())
                        .map(name -> part.constants().get(name));
            case FRACTION, TEXTS ->
                throw new IllegalStateException(
                        type.name() + "." + part.component().name());
        };
    }

    private Optional<String> text(Part part, Datum datum, Codes codes) {
        CodeKind code = part.component().code();
        if (code == null) {
            return part.name() ? values.identifier(datum) : values.text(datum);
        }
        return codes.known(code).map(known -> values.word(datum, known)).orElseGet(() -> values.text(datum));
    }

    FactType type() {
        return type;
    }

    Fields fields() {
        return fields;
    }

    Values values() {
        return values;
    }

    Problems problems() {
        return problems;
    }

    Place place(String component) {
        return fields.place(component);
    }

    Optional<BigDecimal> decimal(String component) {
        return Optional.ofNullable((BigDecimal) value(component));
    }

    Optional<LocalDate> day(String component) {
        return Optional.ofNullable((LocalDate) value(component));
    }

    Optional<Object> constant(String component) {
        return Optional.ofNullable(value(component));
    }

    Optional<String> text(String component) {
        return Optional.ofNullable((String) value(component));
    }

    private @Nullable Object value(String component) {
        Integer place = plan.places().get(component);
        return place == null ? null : read[place];
    }

    /** The fact, if every component that it must have was read. */
    Optional<Fact> fact() {
        if (!complete) {
            return Optional.empty();
        }
        try {
            return Optional.of(plan.constructor().newInstance(read));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.name(), e);
        }
    }
}
