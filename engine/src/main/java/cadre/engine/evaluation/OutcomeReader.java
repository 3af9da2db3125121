package cadre.engine.evaluation;

import cadre.engine.edition.Titles;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Stratum;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an outcome back from its JSON. Dates, constants and fractions among the bound values come back as texts; keys
 * that are not an outcome's, such as an id added by a store, are passed over.
 */
public final class OutcomeReader {
    private static final Set<String> WORDS = Set.of("title", "basis", "says", "bound", "facts", "parameters");
    private static final Titles NO_WORDS = new Titles("", "");

    private OutcomeReader() {}

    /**
     * Reads an outcome.
     *
     * @throws IllegalArgumentException if it is not the JSON of an outcome
     */
    public static Outcome read(byte[] json) {
        return read(json, Set.of());
    }

    /**
     * Reads an outcome without its words: titles are empty, and of a firing only number and criterion are told.
     *
     * @throws IllegalArgumentException if it is not the JSON of an outcome
     */
    public static Outcome readNumbers(byte[] json) {
        return read(json, WORDS);
    }

    /**
     * Reads what was decided and not how: of an outcome as {@link OutcomeJson} writes it, its numbers down to the findings. It has
     * neither firings nor what stands behind them, which is two thirds of it and not looked at.
     *
     * @throws IllegalArgumentException if it is not the JSON of an outcome in that order
     */
    public static Outcome readDecision(byte[] json) {
        return read(() -> {
            Map<String, @Nullable Object> decision = JsonTree.readUpTo(json, "firings", WORDS);
            for (String key : List.of("firings", "bounds", "excluded", "unused")) {
                decision.put(key, List.of());
            }
            decision.put("engine", Map.of());
            return new Fields(decision, WORDS);
        });
    }

    private static Outcome read(byte[] json, Set<String> passedOver) {
        return read(() -> new Fields(JsonTree.read(json, passedOver), passedOver));
    }

    private static Outcome read(Supplier<Fields> fields) {
        try {
            return outcome(fields.get());
        } catch (ClassCastException | NullPointerException | ArithmeticException | DateTimeException wrong) {
            throw new IllegalArgumentException("not the JSON of an outcome: " + wrong.getMessage(), wrong);
        }
    }

    private static Outcome outcome(Fields of) {
        Fields appraisal = of.fields("appraisal");
        Fields release = of.fields("release");
        Fields scale = of.fields("scale");
        return new Outcome(
                of.text("cadre"),
                new Appraisal(
                        AppraisalType.valueOf(appraisal.text("type")),
                        LocalDate.parse(appraisal.text("from")),
                        LocalDate.parse(appraisal.text("to"))),
                new Outcome.Release(release.text("edition"), release.text("version"), release.text("digest")),
                new Outcome.Scale(
                        scale.number("places").intValueExact(),
                        scale.text("rounding"),
                        scale.list(
                                "grades",
                                grade -> new Outcome.GradeLine(
                                        grade.text("code"), grade.titles("title"), grade.number("from")))),
                Outcome.Status.valueOf(of.text("status")),
                of.list("dimensions", OutcomeReader::dimension),
                of.number("total"),
                of.optionalText("band"),
                of.optionalText("grade"),
                of.list("findings", OutcomeReader::finding),
                of.list("firings", OutcomeReader::firing),
                of.list(
                        "bounds",
                        bound -> new Outcome.Bound(
                                bound.text("criterion"), bound.text("parameter"), bound.number("atMost"))),
                of.list("excluded", one -> new Outcome.Exclusion(one.text("fact"), one.text("because"))),
                of.texts("unused"),
                of.fields("engine").allTexts());
    }

    private static Outcome.DimensionLine dimension(Fields of) {
        return new Outcome.DimensionLine(
                of.text("code"),
                of.titles("title"),
                of.number("weight"),
                of.number("start"),
                of.number("min"),
                of.number("max"),
                of.number("points"),
                of.number("score"));
    }

    private static Outcome.FindingLine finding(Fields of) {
        BigDecimal firing = of.optionalNumber("firing");
        return new Outcome.FindingLine(
                of.text("id"),
                firing == null ? null : firing.intValueExact(),
                of.optionalText("criterion"),
                of.optionalText("missing"),
                Stratum.valueOf(of.text("stratum").toUpperCase(Locale.ROOT)),
                Effect.valueOf(of.text("effect")),
                of.optionalText("dimension"),
                of.optionalNumber("points"),
                of.optionalNumber("applied"),
                of.optionalText("grade"),
                of.optionalText("target"),
                of.optionalNumber("share"),
                of.optionalNumber("appliedShare"),
                of.optionalText("action"),
                of.optional("title") == null ? null : of.titles("title"));
    }

    private static Outcome.FiringLine firing(Fields of) {
        return new Outcome.FiringLine(
                of.number("n").intValueExact(),
                of.text("criterion"),
                of.titles("title"),
                of.words("basis"),
                of.titles("says"),
                of.values("bound"),
                of.texts("facts"),
                of.texts("parameters"));
    }

    /** The fields of one JSON object. */
    private static final class Fields {
        private final Map<?, ?> values;
        private final Set<String> passedOver;

        Fields(@Nullable Object object, Set<String> passedOver) {
            this.passedOver = passedOver;
            this.values = (Map<?, ?>) java.util.Objects.requireNonNull(object);
        }

        @Nullable
        Object optional(String key) {
            return values.get(key);
        }

        private Object required(String key) {
            Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException("no " + key);
            }
            return value;
        }

        String text(String key) {
            return (String) required(key);
        }

        String words(String key) {
            return passedOver.contains(key) ? "" : text(key);
        }

        @Nullable
        String optionalText(String key) {
            return (String) values.get(key);
        }

        BigDecimal number(String key) {
            return (BigDecimal) required(key);
        }

        @Nullable
        BigDecimal optionalNumber(String key) {
            return (BigDecimal) values.get(key);
        }

        Fields fields(String key) {
            return new Fields(required(key), passedOver);
        }

        Titles titles(String key) {
            if (passedOver.contains(key)) {
                return NO_WORDS;
            }
            Fields titles = fields(key);
            return new Titles(titles.text("en"), titles.text("zh"));
        }

        <T> List<T> list(String key, Function<Fields, T> item) {
            return ((List<?>) required(key))
                    .stream()
                            .map(each -> item.apply(new Fields(each, passedOver)))
                            .toList();
        }

        List<String> texts(String key) {
            if (passedOver.contains(key)) {
                return List.of();
            }
            return ((List<?>) required(key)).stream().map(String.class::cast).toList();
        }

        Map<String, Object> values(String key) {
            Map<String, Object> all = new LinkedHashMap<>();
            if (passedOver.contains(key)) {
                return all;
            }
            fields(key).values.forEach((name, value) -> {
                if (value != null) {
                    all.put((String) name, value);
                }
            });
            return all;
        }

        Map<String, String> allTexts() {
            Map<String, String> all = new LinkedHashMap<>();
            values.forEach((key, value) -> all.put((String) key, (String) value));
            return all;
        }
    }
}
