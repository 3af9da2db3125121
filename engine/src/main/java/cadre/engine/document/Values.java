package cadre.engine.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single values strictly by type; what is refused is told with its place and gives no value.
 *
 * <p>A decimal has at most {@value #DIGITS} digits before and after its point, all together, however it is written.
 * Days lie between the years 1900 and 2199.
 */
public final class Values {
    /** Digits a number may have when it is written out. */
    public static final int DIGITS = 30;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?([0-9]+))?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int SHOWN_WORDS = 15;
    private static final int LONGEST_IDENTIFIER = 100;

    private final Problems problems;

    public Values(Problems problems) {
        this.problems = problems;
    }

    /** A text with something in it; no line breaks, no invisible or direction-changing characters. */
    public Optional<String> text(Datum datum) {
        return scalar(datum, Datum.Kind.TEXT, "document.expected-text").flatMap(text -> {
            if (text.isBlank()) {
                return refused("document.blank-text", datum);
            }
            if (invisible(text)) {
                return text.indexOf('\0') >= 0 ? Optional.empty() : refused("document.invisible-character", datum);
            }
            return Optional.of(text);
        });
    }

    /**
     * A record number or name: a text without blanks and without + and #, at most 100 characters, none of which looks like
     * nothing or is only one of several ways to write the same.
     */
    public Optional<String> identifier(Datum datum) {
        return text(datum).flatMap(text -> {
            if (text.length() > LONGEST_IDENTIFIER || separates(text)) {
                return refused("document.identifier-form", datum, shortened(text));
            }
            return Lookalikes.in(text)
                    .map(found -> this.<String>refused("document.identifier-lookalike", datum, found))
                    .orElse(Optional.of(text));
        });
    }

    /** An exact decimal, its scale as written and never negative. */
    public Optional<BigDecimal> decimal(Datum datum) {
        return scalar(datum, Datum.Kind.NUMBER, "document.expected-number").flatMap(text -> {
            if (wholeNumber(text)) {
                return Optional.of(BigDecimal.valueOf(digits(text, 0, text.length())));
            }
            Matcher number = NUMBER.matcher(text);
            if (!number.matches()) {
                return refused("document.number-form", datum, shortened(text));
            }
            String exponent = number.group(4);
            if (text.length() > 2 * DIGITS || (exponent != null && exponent.length() > 3)) {
                return refused("document.number-too-long", datum, shortened(text), DIGITS);
            }
            BigDecimal value = new BigDecimal(text);
            long digits = Math.max(value.precision(), value.scale()) - Math.min(0L, value.scale());
            if (digits > DIGITS) {
                return refused("document.number-too-long", datum, shortened(text), DIGITS);
            }
            return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
        });
    }

    /** A whole number, 0 or more, with scale 0. */
    public Optional<BigDecimal> count(Datum datum) {
        return decimal(datum).flatMap(value -> {
            if (value.scale() > 0 && value.stripTrailingZeros().scale() > 0) {
                return refused("document.not-whole", datum, value.toPlainString());
            }
            if (value.signum() < 0) {
                return refused("document.negative", datum, value.toPlainString());
            }
            return Optional.of(value.setScale(0));
        });
    }

    /** A day, such as 2026-12-31. */
    public Optional<LocalDate> day(Datum datum) {
        return scalar(datum, Datum.Kind.TEXT, "document.expected-day").flatMap(text -> {
            if (!writtenAsDay(text)) {
                return refused("document.expected-day", datum, shortened(text));
            }
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            if (month < 1
                    || month > 12
                    || day < 1
                    || day > YearMonth.of(year, month).lengthOfMonth()) {
                return refused("document.expected-day", datum, text);
            }
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? refused("document.day-out-of-range", datum, text)
                    : Optional.of(LocalDate.of(year, month, day));
        });
    }

    private static boolean writtenAsDay(String text) {
        return text.length() == 10
                && allDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && allDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && allDigits(text, 8, 10);
    }

    /** The form of most numbers in a case file; all others are held to {@link #NUMBER}. */
    private static boolean wholeNumber(String text) {
        return !text.isEmpty()
                && text.length() < 10
                && allDigits(text, 0, text.length())
                && (text.charAt(0) != '0' || text.length() == 1);
    }

    private static boolean allDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number that at most nine digits make. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    public Optional<Boolean> truth(Datum datum) {
        return scalar(datum, Datum.Kind.BOOLEAN, "document.expected-boolean").flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> refused("document.expected-boolean", datum, text);
        });
    }

    /** A constant of an enum, by its exact name. */
    public <E extends Enum<E>> Optional<E> constant(Datum datum, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return word(datum, names).map(name -> Enum.valueOf(type, name));
    }

    /** One of the known words. */
    public Optional<String> word(Datum datum, Collection<String> known) {
        return scalar(datum, Datum.Kind.TEXT, "document.expected-text").flatMap(text -> {
            if (known.contains(text)) {
                return Optional.of(text);
            }
            return Nearest.to(text, known)
                    .map(near -> Values.<String>refusal(problems, "document.misspelt-word", datum, text, near))
                    .orElseGet(() -> refused("document.unknown-word", datum, shortened(text), shown(known)));
        });
    }

    /** The items of a sequence. */
    public List<Datum> items(Datum datum) {
        if (datum instanceof Datum.Sequence sequence) {
            return sequence.items();
        }
        problems.add("document.expected-sequence", datum.place());
        return List.of();
    }

    private Optional<String> scalar(Datum datum, Datum.Kind kind, String otherwise) {
        if (datum instanceof Datum.Scalar scalar) {
            return scalar.kind() == kind
                    ? Optional.of(scalar.text())
                    : refused(otherwise, datum, shortened(scalar.text()));
        }
        return refused("document.expected-scalar", datum);
    }

    private <T> Optional<T> refused(String code, Datum datum, Object... arguments) {
        return refusal(problems, code, datum, arguments);
    }

    private static <T> Optional<T> refusal(Problems problems, String code, Datum datum, Object... arguments) {
        problems.add(code, datum.place(), arguments);
        return Optional.empty();
    }

    private static boolean separates(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '+' || c == '#') {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing in a text that could be invisible, combine with its neighbour or be read in two ways. */
    static boolean printableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean invisible(String text) {
        if (printableAscii(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (invisible(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static String shown(Collection<String> known) {
        List<String> words = known.stream().limit(SHOWN_WORDS).toList();
        return String.join(", ", words) + (known.size() > SHOWN_WORDS ? ", ..." : "");
    }
}
