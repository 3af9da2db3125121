package cadre.service.command;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What commands say: results on the output, everything else beside it, in the language asked for. */
final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Locale language;
    private final ResourceBundle words;

    Terminal(PrintWriter out, PrintWriter err, Language language) {
        this.out = out;
        this.err = err;
        this.language = language.locale();
        this.words = ResourceBundle.getBundle(
                "cadre.service.command.words",
                language == Language.ZH ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale language() {
        return language;
    }

    /** A result. */
    void print(String text) {
        out.println(text);
        out.flush();
    }

    /** A remark, by its key in the bundle. */
    void say(String key, Object... arguments) {
        err.println(text(key, arguments));
        err.flush();
    }

    /** A remark as it is. */
    void note(String text) {
        err.println(text);
        err.flush();
    }

    /** A text, by its key in the bundle. */
    String text(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language).format(arguments);
    }

    /** All that is wrong with one input: for each problem the place, what it is and how to mend it. */
    void refuse(String input, List<Problem> problems) {
        say("refused", input, problems.size());
        for (Problem problem : problems) {
            err.println("  " + CheckText.visible(place(problem.place())));
            err.println("    " + CheckText.visible(problem.message(language)));
            err.println("    " + CheckText.visible(problem.remedy(language)));
        }
        err.flush();
    }

    private static String place(Place place) {
        return place.line() == 0 || place.pointer().isEmpty() ? place.toString() : place + " " + place.pointer();
    }
}
