package cadre.service.command;

import cadre.engine.check.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far a check has come: on a terminal in one line that is overwritten and in the end gone, else a line a step. */
final class Ticker implements Progress, AutoCloseable {
    /** Set by the launcher, for Java cannot ask whether the error output is a terminal. */
    private static final boolean TERMINAL = Boolean.getBoolean("cadre.terminal");

    private static final String ERASE = "\r\u001b[K";
    private static final long PAUSE = 100_000_000L;

    private final String name;
    private final PrintWriter err;
    private final Terminal words;
    private @Nullable Step last;
    private long shown;

    Ticker(String name, PrintWriter err, Terminal words) {
        this.name = name;
        this.err = err;
        this.words = words;
    }

    @Override
    public void at(Step step, int done, int of) {
        boolean begins = step != last;
        long now = System.nanoTime();
        if (begins || (TERMINAL && now - shown > PAUSE)) {
            String key = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String text = name + ": " + words.text("checking." + key, done, of);
            if (TERMINAL) {
                err.print(ERASE + text);
            } else {
                err.println(text);
            }
            err.flush();
            last = step;
            shown = now;
        }
    }

    @Override
    public void close() {
        if (TERMINAL) {
            err.print(ERASE);
            err.flush();
        }
    }
}
