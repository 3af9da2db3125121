package cadre.engine.impact;

import cadre.engine.edition.Titles;
import cadre.engine.facts.Level;
import cadre.engine.facts.Terms;
import cadre.engine.impact.Cause.Change;
import cadre.engine.impact.Cause.Kind;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says grades, causes and numbers of a report in one language. */
final class Speech {
    private final ResourceBundle words;
    private final boolean chinese;
    private final Map<String, Titles> names;

    Speech(Locale language, Map<String, Titles> names) {
        this.chinese = language.getLanguage().equals("zh");
        this.words = ResourceBundle.getBundle(
                "cadre.engine.impact.words",
                chinese ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.names = names;
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }

    /** With a blank between groups of three digits, which both languages read. */
    String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + Revision.plain(value);
    }

    String grade(String code) {
        return switch (code) {
            case "" -> say("grade.none");
            case "NOT_GRADED", "refused", "failed" -> say("grade." + code);
            default -> name("grade", code);
        };
    }

    String standing(Standing standing) {
        return standing.held() ? say("held", grade(standing.grade())) : grade(standing.grade());
    }

    /** A level of post by its name; any other code stays. */
    String level(String code) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(code))
                .findFirst()
                .map(level -> Terms.of(level, chinese ? Locale.CHINESE : Locale.ENGLISH))
                .orElse(code);
    }

    private String name(String kind, String code) {
        Titles titles = names.get(kind + ":" + code);
        return titles == null ? code : chinese ? titles.zh() : titles.en();
    }

    /** Something missing, such as indicator:CODE, by its name. */
    String missing(String what) {
        int colon = what.indexOf(':');
        String kind = colon < 0 ? "" : what.substring(0, colon);
        return switch (kind) {
            case "indicator" -> say("missing.indicator", name("criterion", what));
            case "register" -> say("missing.register", what.substring(colon + 1));
            default -> what;
        };
    }

    /** A cause in one phrase: what, and because of which rule or number. */
    String cause(Cause cause) {
        String phrase = say("cause." + cause.kind(), subject(cause));
        if (cause.kind() == Kind.WEIGHT || cause.kind() == Kind.START || cause.kind() == Kind.THRESHOLD) {
            return phrase + numbers(cause);
        }
        if (!cause.kind().ofCriterion()) {
            return phrase;
        }
        boolean told = cause.rule() == Cause.Rule.NONE
                || (cause.rule() == Cause.Rule.SAME && !cause.changes().isEmpty());
        String rule = told ? "" : say("rule." + cause.rule());
        boolean numbers = cause.rule() == Cause.Rule.SAME || cause.rule() == Cause.Rule.CHANGED;
        return phrase + rule + (numbers ? numbers(cause) : "");
    }

    private String subject(Cause cause) {
        String subject = cause.subject();
        if (cause.kind() == Kind.THRESHOLD) {
            return grade(subject);
        }
        if (!cause.kind().ofCriterion()) {
            return name("dimension", subject);
        }
        if (subject.contains(":")) {
            return missing(subject);
        }
        String name = name("criterion", subject);
        return name.equals(subject) ? subject : subject + " " + name;
    }

    private String numbers(Cause cause) {
        if (cause.changes().isEmpty()) {
            return "";
        }
        return say("numbers", cause.changes().stream().map(this::change).collect(Collectors.joining(say("semicolon"))));
    }

    private String change(Change change) {
        String key = change.before().isEmpty() ? "number.new" : change.after().isEmpty() ? "number.gone" : "number";
        String name = switch (change.name()) {
            case "weight", "start", "from" -> say("number." + change.name());
            default -> name("parameter", change.name());
        };
        String label = name.equals(change.name()) || !change.name().contains(".") ? name : name + " " + change.name();
        return say(key, label, change.before(), change.after());
    }
}
