package cadre.engine.rulebook.words;

import cadre.engine.facts.Cadre;
import cadre.engine.facts.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparison and arithmetic as rules mean them: exact, a comparison with a missing value false, arithmetic with one
 * missing. No function is overloaded for numbers and dates, so that Drools has nothing to choose.
 */
public final class Calc {
    private Calc() {}

    public static boolean equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }

    public static boolean unequal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) != 0;
    }

    public static boolean less(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    public static boolean atMost(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }

    public static boolean more(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    public static boolean atLeast(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) >= 0;
    }

    public static boolean before(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    public static boolean notAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }

    public static boolean after(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    public static boolean notBefore(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.compareTo(b) >= 0;
    }

    /** Of texts, dates, truths and constants. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        return a != null && a.equals(b);
    }

    public static boolean different(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && !a.equals(b);
    }

    public static boolean missing(@Nullable Object a) {
        return a == null;
    }

    public static boolean present(@Nullable Object a) {
        return a != null;
    }

    public static boolean yes(@Nullable Boolean a) {
        return a != null && a;
    }

    public static boolean no(@Nullable Boolean a) {
        return a != null && !a;
    }

    public static boolean both(boolean a, boolean b) {
        return a && b;
    }

    public static boolean either(boolean a, boolean b) {
        return a || b;
    }

    public static boolean contains(@Nullable List<String> texts, @Nullable String text) {
        return texts != null && text != null && texts.contains(text);
    }

    public static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    public static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.subtract(b);
    }

    public static @Nullable BigDecimal times(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.multiply(b);
    }

    public static @Nullable BigDecimal min(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.min(b);
    }

    public static @Nullable BigDecimal max(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.max(b);
    }

    public static @Nullable BigDecimal negate(@Nullable BigDecimal a) {
        return a == null ? null : a.negate();
    }

    public static @Nullable BigDecimal abs(@Nullable BigDecimal a) {
        return a == null ? null : a.abs();
    }

    /** Drools' expression grammar has taken the word. */
    public static String unitOf(Indicator indicator) {
        return indicator.unit();
    }

    /** Drools' expression grammar has taken the word. */
    public static String unitOf(Cadre cadre) {
        return cadre.unit();
    }
}
