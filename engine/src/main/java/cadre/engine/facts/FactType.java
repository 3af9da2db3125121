package cadre.engine.facts;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type of fact that rules may match on.
 *
 * @param name as rules write it
 * @param record its class
 * @param components all, hidden ones too, in the order of the record
 */
public record FactType(String name, Class<? extends Fact> record, List<Component> components) {

    /**
     * A component of a fact.
     *
     * @param type its type
     * @param nullable whether it may be missing
     * @param count whether it is a whole number, 0 or more
     * @param code the closed list its text comes from, if there is one
     * @param hidden whether rules cannot ask for it
     * @param accessor reads it
     */
    public record Component(
            String name,
            ValueType type,
            boolean nullable,
            boolean count,
            @Nullable CodeKind code,
            boolean hidden,
            java.lang.reflect.Method accessor) {
        /** The component's value in a fact, or null if it is missing. */
        public @Nullable Object of(Fact fact) {
            try {
                return accessor.invoke(fact);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(name, e);
            }
        }
    }

    static FactType of(Class<? extends Fact> record) {
        return new FactType(
                record.getSimpleName(),
                record,
                Arrays.stream(record.getRecordComponents())
                        .flatMap(c -> component(c).stream())
                        .toList());
    }

    private static Optional<Component> component(RecordComponent component) {
        CodeOf code = component.getAnnotation(CodeOf.class);
        return ValueType.of(component.getType())
                .map(type -> new Component(
                        component.getName(),
                        type,
                        nullable(component) || nullable(component.getAnnotatedType()),
                        component.isAnnotationPresent(Count.class),
                        code == null ? null : code.value(),
                        component.isAnnotationPresent(Hidden.class),
                        component.getAccessor()));
    }

    private static boolean nullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    /** The component of this name that rules may ask for. */
    public Optional<Component> component(String name) {
        return components.stream()
                .filter(c -> c.name().equals(name) && !c.hidden())
                .findFirst();
    }
}
