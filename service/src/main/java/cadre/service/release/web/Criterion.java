package cadre.service.release.web;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.language.Condition;
import cadre.engine.language.Rule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One criterion as the public may read it.
 *
 * @param says the sentence of a firing, with the names of its values in braces
 * @param parameters those it reads, with all their values
 * @param text as its author wrote it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Criterion(
        String id,
        Titles title,
        String basis,
        @Nullable String dimension,
        String stratum,
        Titles says,
        List<Parameter> parameters,
        String text) {

    /** A parameter with its values by date. */
    record Parameter(String name, Titles title, String unit, List<Value> values) {}

    /** A value, the day from which it holds, and where it is laid down. */
    record Value(LocalDate from, String value, String reference) {}

    static Criterion of(Rule rule, Edition edition) {
        return new Criterion(
                rule.id(),
                new Titles(rule.notes().title(), rule.notes().titleZh()),
                rule.notes().basis(),
                rule.notes().dimension(),
                rule.stratum().group(),
                new Titles(rule.notes().says(), rule.notes().saysZh()),
                names(rule)
                        .distinct()
                        .map(name -> edition.parameters().get(name))
                        .flatMap(Stream::ofNullable)
                        .map(Criterion::parameter)
                        .toList(),
                rule.source());
    }

    private static Stream<String> names(Rule rule) {
        return Stream.concat(
                rule.when().stream()
                        .flatMap(condition -> condition instanceof Condition.Given given
                                ? Stream.of(given.parameter())
                                : Stream.empty()),
                Stream.ofNullable(rule.notes().atMost()));
    }

    private static Parameter parameter(ParameterLine line) {
        return new Parameter(
                line.name(),
                line.title(),
                line.unit(),
                line.values().stream()
                        .map(value -> new Value(value.from(), text(value.value()), value.reference()))
                        .toList());
    }

    private static String text(Object value) {
        return value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
