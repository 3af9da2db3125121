package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Fraction;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** The parameters of an edition, none of which changes while it is in force; and how numbers compare. */
final class Numbers {
    private final Edition edition;

    Numbers(Edition edition) {
        this.edition = edition;
    }

    BigDecimal decimal(String name) {
        return (BigDecimal) value(name);
    }

    Fraction fraction(String name) {
        return (Fraction) value(name);
    }

    private Object value(String name) {
        Edition.ParameterLine line = edition.parameters().get(name);
        if (line == null || line.values().size() != 1) {
            throw new IllegalArgumentException("not one value: " + name);
        }
        return line.values().get(0).value();
    }

    static boolean less(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    static boolean atMost(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }

    static boolean isYear(BigDecimal year, int wanted) {
        return year.compareTo(BigDecimal.valueOf(wanted)) == 0;
    }

    static boolean positive(@Nullable BigDecimal a) {
        return a != null && a.signum() > 0;
    }
}
