package cadre.engine.wording;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.edition.Units;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Terms;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of one language, and what an edition calls its codes. */
final class Speech {
    private static final String SHARE = "share";

    private final Edition edition;
    private final Locale language;
    private final ResourceBundle words;
    private final Map<CodeKind, Map<String, Titles>> titles;

    Speech(Edition edition, Locale language) {
        this.edition = edition;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "cadre.engine.wording.words",
                language.equals(Locale.CHINESE) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.titles = Map.of(
                CodeKind.INDICATOR,
                edition.indicators().values().stream()
                        .collect(Collectors.toMap(Edition.IndicatorLine::code, Edition.IndicatorLine::title)),
                CodeKind.DIMENSION,
                edition.dimensions().stream()
                        .collect(Collectors.toMap(Edition.Dimension::code, Edition.Dimension::title)),
                CodeKind.GRADE,
                edition.grades().stream().collect(Collectors.toMap(Edition.Grade::code, Edition.Grade::title)));
    }

    String say(String key, Object... values) {
        String text = words.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    boolean knows(String key) {
        return words.containsKey(key);
    }

    String of(Titles title) {
        return language.equals(Locale.CHINESE) ? title.zh() : title.en();
    }

    String type(FactType type) {
        return Terms.of(type, language);
    }

    String component(FactType type, FactType.Component component) {
        String own = component.code() == CodeKind.INDICATOR
                ? "component.indicator"
                : component.type().kind() == ValueType.Kind.DATE ? "component." + component.name() : "";
        if (words.containsKey(own)) {
            return words.getString(own);
        }
        return Terms.of(type, component, language);
    }

    /** The same for a sentence that says the unit itself. */
    String bare(String name) {
        Edition.ParameterLine line = edition.parameters().get(name);
        if (line == null || line.values().isEmpty()) {
            return say("quoted", name);
        }
        String unit = line.unit().equals(SHARE) ? SHARE : "fraction";
        return inForce(line).stream()
                .map(dated -> Units.of(dated.value(), unit, language))
                .collect(Collectors.joining(" / "));
    }

    /** A parameter as the number that it is, with its unit; later values after the first. */
    String parameter(String name) {
        Edition.ParameterLine line = edition.parameters().get(name);
        if (line == null || line.values().isEmpty()) {
            return say("quoted", name);
        }
        List<Edition.DatedValue> values = inForce(line);
        String first = Units.of(values.get(0).value(), line.unit(), language);
        return first
                + values.stream()
                        .skip(1)
                        .map(dated -> say("later", Units.of(dated.value(), line.unit(), language), dated.from()))
                        .collect(Collectors.joining());
    }

    /** A share as a percentage. */
    String share(BigDecimal share) {
        return Units.of(share, SHARE, language);
    }

    /** Those that hold on some day on which the edition is in force; all if none does. */
    private List<Edition.DatedValue> inForce(Edition.ParameterLine line) {
        LocalDate to = edition.to();
        Edition.DatedValue at = line.on(edition.from()).orElse(line.values().get(0));
        return line.values().stream()
                .filter(dated -> !dated.from().isBefore(at.from()))
                .filter(dated -> dated.equals(at) || to == null || !dated.from().isAfter(to))
                .toList();
    }

    String grade(String code) {
        return code(CodeKind.GRADE, code);
    }

    String action(String code) {
        Titles title = edition.actions().get(code);
        return title == null ? code : of(title);
    }

    /** What a text means where a code of this kind is asked for. */
    String code(@Nullable CodeKind kind, String code) {
        if (kind == CodeKind.GRADE && code.equals(Edition.NOT_GRADED)) {
            return say("not-graded");
        }
        if (kind == CodeKind.REGISTER && words.containsKey("register." + code)) {
            return words.getString("register." + code);
        }
        if (kind == CodeKind.FAMILY) {
            return family(code);
        }
        Titles title = kind == null ? null : titles.getOrDefault(kind, Map.of()).get(code);
        return title == null ? say("quoted", code) : of(title);
    }

    /** Families have no titles of their own: that of the dimension of the same code, or common words. */
    private String family(String code) {
        Titles dimension = titles.getOrDefault(CodeKind.DIMENSION, Map.of()).get(code);
        if (dimension != null) {
            return say("quoted", of(dimension));
        }
        return say("quoted", words.containsKey("family." + code) ? words.getString("family." + code) : code);
    }

    /** The name of a type of fact that a rule names in a text. */
    String named(String type) {
        return Vocabulary.type(type).map(this::type).orElse(type);
    }

    String constant(String type, String name) {
        return Vocabulary.enumeration(type).stream()
                .flatMap(found -> java.util.Arrays.stream(found.getEnumConstants()))
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> constant.name().equals(name))
                .map(constant -> Terms.of(constant, language))
                .findFirst()
                .orElse(name);
    }
}
