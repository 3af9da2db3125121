package cadre.engine.facts;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A function rules may call. Each has one signature: no overloading, no variable arity.
 *
 * @param partial whether it may give nothing although every argument is present
 * @param lenient whether it takes missing arguments and still gives a value
 */
public record FunctionSignature(
        String name, List<ValueType> parameters, ValueType result, boolean partial, boolean lenient, Method method) {
    private static final Map<String, FunctionSignature> ALL = new TreeMap<>();

    static {
        Arrays.stream(Figures.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .forEach(m -> ALL.put(
                        m.getName(),
                        new FunctionSignature(
                                m.getName(),
                                Arrays.stream(m.getParameterTypes())
                                        .map(t -> ValueType.of(t).orElseThrow())
                                        .toList(),
                                ValueType.of(m.getReturnType()).orElseThrow(),
                                m.isAnnotationPresent(Figures.Partial.class),
                                m.isAnnotationPresent(Figures.Lenient.class),
                                m)));
    }

    /** Whether the function may be given nothing as its argument of this index, from 0, and still give a value. */
    public boolean takesMissing(int argument) {
        return lenient && method.getAnnotatedParameterTypes()[argument].isAnnotationPresent(Nullable.class);
    }

    static Optional<FunctionSignature> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All functions, by name. */
    public static Collection<FunctionSignature> all() {
        return java.util.Collections.unmodifiableCollection(ALL.values());
    }
}
