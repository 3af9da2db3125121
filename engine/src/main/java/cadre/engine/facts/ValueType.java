package cadre.engine.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value in rules and case files.
 *
 * @param kind what sort of value
 * @param enumeration the enum, if the kind is CONSTANT
 */
public record ValueType(Kind kind, @Nullable Class<?> enumeration) {
    public static final ValueType DECIMAL = new ValueType(Kind.DECIMAL, null);
    public static final ValueType FRACTION = new ValueType(Kind.FRACTION, null);
    public static final ValueType TEXT = new ValueType(Kind.TEXT, null);
    public static final ValueType TEXTS = new ValueType(Kind.TEXTS, null);
    public static final ValueType DATE = new ValueType(Kind.DATE, null);
    public static final ValueType BOOLEAN = new ValueType(Kind.BOOLEAN, null);

    /** DECIMAL is exact; FRACTION is an argument of functions only; TEXTS is a list of texts. */
    public enum Kind {
        DECIMAL,
        FRACTION,
        TEXT,
        TEXTS,
        DATE,
        BOOLEAN,
        CONSTANT
    }

    public static ValueType constant(Class<?> enumeration) {
        return new ValueType(Kind.CONSTANT, enumeration);
    }

    /** The type of a Java class used in the vocabulary, if it is one. */
    static Optional<ValueType> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(constant(type));
        }
        return Optional.ofNullable(
                switch (type.getSimpleName()) {
                    case "BigDecimal" -> DECIMAL;
                    case "Fraction" -> FRACTION;
                    case "String" -> TEXT;
                    case "List" -> TEXTS;
                    case "LocalDate" -> DATE;
                    case "boolean", "Boolean" -> BOOLEAN;
                    default -> null;
                });
    }

    /** As told to an author: the enum's name, or the kind in lower case. */
    public String label() {
        return enumeration == null ? kind.name().toLowerCase(java.util.Locale.ROOT) : enumeration.getSimpleName();
    }
}
