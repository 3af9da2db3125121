package cadre.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every function, whatever its arguments. */
class EveryFigureTest {
    private static final int ENOUGH_DIGITS = 2_100;
    private static final BigInteger ENORMOUS = BigInteger.TEN.pow(20_000).subtract(BigInteger.ONE);

    record Call(FunctionSignature function, List<Object> arguments) {
        Object result() throws ReflectiveOperationException {
            return function.method().invoke(null, arguments.toArray());
        }
    }

    @Test
    void each_name_has_one_signature() {
        long methods = Arrays.stream(Figures.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .count();
        assertThat(FunctionSignature.all()).hasSize((int) methods);
    }

    @ParameterizedTest
    @MethodSource("strict")
    void a_missing_argument_gives_nothing(FunctionSignature function) throws ReflectiveOperationException {
        for (int missing = 0; missing < function.parameters().size(); missing++) {
            Object[] arguments = function.parameters().stream()
                    .map(EveryFigureTest::harmless)
                    .toArray();
            arguments[missing] = null;
            assertThat(function.method().invoke(null, arguments)).isNull();
        }
    }

    static Stream<FunctionSignature> strict() {
        return FunctionSignature.all().stream().filter(function -> !function.lenient());
    }

    @Property(tries = 10_000)
    void results_stay_small_and_nothing_is_thrown(@ForAll("hostile") Call call) throws ReflectiveOperationException {
        if (call.result() instanceof BigDecimal number
                && call.arguments().stream().noneMatch(argument -> number == argument)
                && !call.function().name().equals("abs")) {
            assertThat(number.precision()).isLessThan(ENOUGH_DIGITS);
            assertThat(Math.abs((long) number.scale())).isLessThan(5L * ENOUGH_DIGITS);
        }
    }

    @Property(tries = 10_000)
    void only_those_that_say_so_give_nothing(@ForAll("hostile") Call call) throws ReflectiveOperationException {
        if (!call.function().partial()) {
            assertThat(call.result()).isNotNull();
        }
    }

    @Property
    void equal_numbers_written_differently_give_equal_results(@ForAll("hostile") Call call)
            throws ReflectiveOperationException {
        List<Object> padded =
                call.arguments().stream().map(EveryFigureTest::padded).toList();
        Object result = call.result();
        Object again = new Call(call.function(), padded).result();
        if (result instanceof BigDecimal number && again instanceof BigDecimal other) {
            assertThat(other).isEqualByComparingTo(number);
        } else if (result != null && again != null) {
            assertThat(again).isEqualTo(result);
        }
    }

    private static Object padded(Object argument) {
        return argument instanceof BigDecimal number && Math.abs((long) number.scale()) < 100
                ? number.setScale(number.scale() + 3)
                : argument;
    }

    @Provide
    Arbitrary<Call> hostile() {
        return Arbitraries.of(FunctionSignature.all().stream()
                        .sorted(Comparator.comparing(FunctionSignature::name))
                        .toList())
                .flatMap(function -> Combinators.combine(function.parameters().stream()
                                .map(EveryFigureTest::anyOf)
                                .toList())
                        .as(arguments -> new Call(function, arguments)));
    }

    private static Arbitrary<Object> anyOf(ValueType type) {
        return Arbitraries.of(
                switch (type.kind()) {
                    case DECIMAL -> decimals();
                    case FRACTION -> fractions();
                    case DATE -> dates();
                    default -> throw new IllegalStateException(type.label());
                });
    }

    private static List<Object> decimals() {
        return List.of(
                new BigDecimal("0"),
                new BigDecimal("0E+999999999"),
                new BigDecimal("0E-999999999"),
                new BigDecimal("1"),
                new BigDecimal("-1"),
                new BigDecimal("2"),
                new BigDecimal("0.5"),
                new BigDecimal("8"),
                new BigDecimal("10"),
                new BigDecimal("79.995"),
                new BigDecimal("1000"),
                new BigDecimal("-999.999"),
                new BigDecimal("1E+1000"),
                new BigDecimal("1E-1000"),
                new BigDecimal("1E+999999999"),
                new BigDecimal("-1E+999999999"),
                new BigDecimal("1E-999999999"),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
                BigDecimal.ONE.add(new BigDecimal("1E-999")),
                BigDecimal.ONE.subtract(new BigDecimal("1E-999")),
                new BigDecimal(BigInteger.TEN.pow(1000).subtract(BigInteger.ONE), 999),
                new BigDecimal(BigInteger.TEN.pow(1000).subtract(BigInteger.ONE), -1000),
                new BigDecimal(ENORMOUS),
                new BigDecimal(ENORMOUS, 20_000),
                new BigDecimal(ENORMOUS.negate(), 10_000));
    }

    private static List<Object> fractions() {
        return List.of(
                new Fraction(BigInteger.TWO, BigInteger.valueOf(3)),
                new Fraction(BigInteger.ZERO, BigInteger.ONE),
                new Fraction(ENORMOUS, BigInteger.ONE),
                new Fraction(BigInteger.ONE, ENORMOUS),
                new Fraction(BigInteger.TEN.pow(999), BigInteger.TEN.pow(999).add(BigInteger.ONE)));
    }

    private static List<Object> dates() {
        return List.of(
                LocalDate.MIN,
                LocalDate.of(1, 1, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(9999, 12, 31),
                LocalDate.MAX);
    }

    private static Object harmless(ValueType type) {
        return switch (type.kind()) {
            case DECIMAL -> BigDecimal.ONE;
            case FRACTION -> new Fraction(BigInteger.ONE, BigInteger.TWO);
            case DATE -> LocalDate.of(2026, 5, 1);
            default -> throw new IllegalStateException(type.label());
        };
    }
}
