package cadre.service.trace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and from where.
 *
 * @param person who; none if nobody proved who they are
 * @param cadre whose result, if it was one
 * @param evaluation which result, if it was one
 * @param what the code of the refusal and the request, the id of a token, or the login
 * @param why as told by the person
 * @param address from where
 * @param times how often; what repeats within an hour is one row for the first and one for all others
 */
public record Trace(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable String person,
        @Nullable String cadre,
        @Nullable UUID evaluation,
        String what,
        @Nullable String why,
        String address,
        int times) {
    private static final int LONGEST_WHAT = 500;
    private static final int LONGEST_ADDRESS = 100;

    public Trace {
        what = cut(what, LONGEST_WHAT);
        address = cut(address, LONGEST_ADDRESS);
    }

    static Trace of(Kind kind, @Nullable String person, String what, String address) {
        Instant now = TimeIds.now();
        return new Trace(TimeIds.next(now), now, kind, person, null, null, what, null, address, 1);
    }

    static Trace reading(Kind kind, Visit visit, String cadre, UUID evaluation) {
        Instant now = TimeIds.now();
        return new Trace(
                TimeIds.next(now),
                now,
                kind,
                visit.caller().person(),
                cadre,
                evaluation,
                "",
                visit.why(),
                visit.address(),
                1);
    }

    /** The same, done as often again now. */
    Trace again(int times) {
        Instant now = TimeIds.now();
        return new Trace(TimeIds.next(now), now, kind, person, cadre, evaluation, what, why, address, times);
    }

    /** What a request says can be of any length, and hold what no database takes. */
    private static String cut(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        int end = Math.min(plain.length(), longest);
        return plain.substring(0, end > 0 && Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
    }
}
