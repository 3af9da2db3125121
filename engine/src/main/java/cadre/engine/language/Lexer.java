package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Cuts a rule file into words. Comments are dropped here and reach nobody; a backslash or a character that cannot be seen
 * is refused wherever it stands, comments and texts included.
 */
final class Lexer {
    private static final Set<String> PAIRS = Set.of(
            "==", "!=", "<=", ">=", "&&", "||", ":=", "+=", "-=", "*=", "/=", "++", "--", "->", "::", "<<", ">>");
    private static final String SINGLES = "(){}[],;:.@<>!+-*/%=&|^~?";

    private final String file;
    private final char[] text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int column = 1;
    private boolean first = true;

    private Lexer(String file, String text, Problems problems) {
        this.file = file;
        this.text = text.toCharArray();
        this.problems = problems;
    }

    /** The words of the text; the last is of kind END. */
    static List<Token> cut(String file, String text, Problems problems) {
        Lexer lexer = new Lexer(file, text, problems);
        if (text.length() > Limits.FILE) {
            problems.add("language.file-too-long", Place.at(file, 1, 1), Limits.FILE);
            lexer.at = text.length();
        }
        while (lexer.at < lexer.text.length && problems.size() < Limits.PROBLEMS) {
            lexer.step();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", lexer.here(), lexer.at, lexer.at, true));
        return lexer.tokens;
    }

    private Place here() {
        return Place.at(file, line, column);
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : -1;
    }

    private int point() {
        return Character.codePointAt(text, at);
    }

    private void advance() {
        int c = point();
        at += Character.charCount(c);
        if (c == '\n' || (c == '\r' && peek(0) != '\n')) {
            line++;
            column = 1;
            first = true;
        } else {
            column++;
        }
    }

    private boolean lineBreak() {
        return peek(0) == '\n' || peek(0) == '\r';
    }

    private void step() {
        int c = point();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            advance();
        } else if (c == '/' && peek(1) == '/') {
            toLineEnd();
        } else if (c == '/' && peek(1) == '*') {
            comment();
        } else if (c == '#') {
            problems.add("language.hash-comment", here());
            toLineEnd();
        } else if (c == '"' || c == '\'') {
            quoted((char) c);
        } else if (digit(c) || (c == '.' && digit(peek(1)))) {
            number();
        } else if (letter(c)) {
            word(Token.Kind.NAME);
        } else if (c == '$' && letter(peek(1))) {
            word(Token.Kind.VARIABLE);
        } else if (SINGLES.indexOf(c) >= 0) {
            sign();
        } else {
            stray(c);
        }
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private void toLineEnd() {
        while (at < text.length && !lineBreak()) {
            unseen();
            advance();
        }
    }

    private void comment() {
        Place begin = here();
        advance();
        advance();
        while (at < text.length && !(peek(0) == '*' && peek(1) == '/')) {
            unseen();
            advance();
        }
        if (at >= text.length) {
            problems.add("language.unclosed-comment", begin);
        } else {
            advance();
            advance();
        }
    }

    /** Tells of a backslash or an invisible character here; never of more problems than anyone reads. */
    private void unseen() {
        int c = point();
        if (problems.size() >= Limits.PROBLEMS) {
            return;
        }
        if (c == '\\') {
            problems.add("language.backslash", here());
        } else if (Glyphs.invisible(c)) {
            problems.add("language.invisible-character", here(), Glyphs.number(c));
        }
    }

    private void quoted(char quote) {
        Place place = here();
        boolean begins = first;
        int begin = at;
        advance();
        int from = at;
        while (at < text.length && peek(0) != quote && !lineBreak()) {
            unseen();
            advance();
        }
        String value = new String(text, from, at - from);
        boolean closed = peek(0) == quote;
        if (closed) {
            advance();
        }
        if (!closed) {
            problems.add("language.unclosed-text", place);
        } else if (quote == '\'') {
            problems.add("language.single-quotes", place, value);
        } else if (value.length() > Limits.TEXT) {
            problems.add("language.text-too-long", place, Limits.TEXT);
        }
        add(Token.Kind.TEXT, value, place, begin, begins);
    }

    private void number() {
        Place place = here();
        boolean begins = first;
        int begin = at;
        while (digit(peek(0)) || letter(peek(0)) || peek(0) == '.' || exponentSign()) {
            advance();
        }
        add(Token.Kind.NUMBER, new String(text, begin, Math.min(at - begin, Limits.WORD)), place, begin, begins);
    }

    private boolean exponentSign() {
        return (peek(0) == '+' || peek(0) == '-') && (peek(-1) == 'e' || peek(-1) == 'E') && digit(peek(1));
    }

    private void word(Token.Kind kind) {
        Place place = here();
        boolean begins = first;
        int begin = at;
        advance();
        while (letter(peek(0)) || digit(peek(0))) {
            advance();
        }
        add(kind, new String(text, begin, Math.min(at - begin, Limits.WORD + 1)), place, begin, begins);
    }

    private void sign() {
        Place place = here();
        boolean begins = first;
        int begin = at;
        int length = at + 1 < text.length && PAIRS.contains(new String(text, at, 2)) ? 2 : 1;
        for (int i = 0; i < length; i++) {
            advance();
        }
        String sign = new String(text, begin, length);
        if ("=!<>".contains(sign) && peek(0) == ' ' && peek(1) == '=' && peek(2) != '=') {
            problems.add("language.split-sign", place, sign + " =", sign + "=");
            advance();
            advance();
            sign += "=";
        }
        add(Token.Kind.SIGN, sign, place, begin, begins);
    }

    private void add(Token.Kind kind, String value, Place place, int begin, boolean begins) {
        first = false;
        if (value.length() > Limits.WORD && (kind == Token.Kind.NAME || kind == Token.Kind.VARIABLE)) {
            problems.add("language.word-too-long", place, Limits.WORD);
        }
        tokens.add(new Token(kind, value, place, begin, at, begins));
    }

    /** Tells of a character that no word begins with; one that looks like an ASCII character is then read as that one. */
    private void stray(int c) {
        OptionalInt meant = Glyphs.invisible(c) ? OptionalInt.empty() : Glyphs.lookalike(c);
        if (c == '\\' || Glyphs.invisible(c)) {
            unseen();
            advance();
        } else if (c > 0x7F && c <= 0xFFFF && meant.isPresent()) {
            problems.add(
                    "language.lookalike-character",
                    here(),
                    Character.toString(c),
                    Glyphs.number(c),
                    Character.toString(meant.getAsInt()));
            text[at] = (char) meant.getAsInt();
            if (c == '“' || c == '”') {
                straightenClosingQuote();
            }
        } else {
            problems.add("language.foreign-character", here(), Character.toString(c), Glyphs.number(c));
            advance();
            while (at < text.length && Character.isLetter(point()) && point() > 0x7F) {
                advance();
            }
        }
    }

    private void straightenClosingQuote() {
        for (int i = at + 1; i < text.length && text[i] != '\n' && text[i] != '\r' && text[i] != '"'; i++) {
            if (text[i] == '“' || text[i] == '”') {
                text[i] = '"';
                return;
            }
        }
    }
}
