package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import java.util.List;
import java.util.Set;

/** The words of a file and how far they have been read. */
final class Tokens {
    private static final Set<String> GROUPS = Set.of("not", "exists", "forall", "accumulate");

    private final List<Token> all;
    private final Problems problems;
    private int at;

    Tokens(List<Token> all, Problems problems) {
        this.all = all;
        this.problems = problems;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (at < all.size() - 1) {
            at++;
        }
        return token;
    }

    Token last() {
        return all.get(Math.max(at - 1, 0));
    }

    int mark() {
        return at;
    }

    Place place() {
        return peek().place();
    }

    boolean ended() {
        return peek().kind() == Token.Kind.END || full();
    }

    /** Whether so many problems have been told that nobody would read more. */
    boolean full() {
        return problems.size() >= Limits.PROBLEMS;
    }

    boolean isSign(String sign) {
        return peek().isSign(sign);
    }

    boolean isName(String name) {
        return peek().isName(name);
    }

    boolean acceptSign(String sign) {
        boolean is = isSign(sign);
        if (is) {
            next();
        }
        return is;
    }

    Token expectSign(String sign) throws Snag {
        if (!isSign(sign)) {
            throw unexpected(sign);
        }
        return next();
    }

    Token expectName(String name) throws Snag {
        if (!isName(name)) {
            throw unexpected(name);
        }
        return next();
    }

    Token expect(Token.Kind kind, String wanted) throws Snag {
        if (peek().kind() != kind) {
            throw unexpected(wanted);
        }
        return next();
    }

    Snag unexpected(String wanted) {
        return peek().kind() == Token.Kind.END
                ? new Snag("language.unexpected-end", place(), wanted)
                : new Snag("language.unexpected", place(), peek().shown(), wanted);
    }

    void tell(Snag snag) {
        snag.tell(problems);
    }

    /** The name here with what hyphens join to it, such as no-loop. */
    String hyphenated() {
        StringBuilder name = new StringBuilder(peek().text());
        for (int i = 1; i < 6 && peek(i).isSign("-") && peek(i + 1).kind() == Token.Kind.NAME; i += 2) {
            name.append('-').append(peek(i + 1).text());
        }
        return name.toString();
    }

    /** Whether a rule begins here: the word rule, first of its line or followed by its name. */
    boolean atRule() {
        return isName("rule") && (peek().first() || peek(1).kind() == Token.Kind.TEXT);
    }

    /** Whether no condition or call can go on past this word. */
    boolean atWall() {
        return ended() || atRule() || (peek().first() && (isName("then") || isName("end")));
    }

    /** Goes on to the comma or closing parenthesis that ends the term begun at the mark. */
    void skipTerm(int mark) throws Snag {
        int depth = depthSince(mark);
        while (!(depth <= 0 && (isSign(",") || isSign(")")))) {
            if (atWall()) {
                throw Snag.told();
            }
            depth += turn(next());
        }
    }

    /** Goes on to where the condition after the one begun at the mark may begin. */
    void skipCondition(int mark) {
        int depth = depthSince(mark);
        if (at == mark) {
            depth += turn(next());
        }
        while (!atWall() && !isName("then") && (depth > 0 || !beginsCondition())) {
            depth = Math.max(0, depth + turn(next()));
        }
    }

    private boolean beginsCondition() {
        return peek().kind() == Token.Kind.NAME
                && peek(1).isSign("(")
                && (GROUPS.contains(peek().text())
                        || Character.isUpperCase(peek().text().charAt(0)));
    }

    /** Goes past the semicolon that ends a call. */
    void skipCall() {
        while (!atWall() && !isName("end")) {
            if (next().isSign(";")) {
                return;
            }
        }
    }

    private int depthSince(int mark) {
        int depth = 0;
        for (int i = mark; i < at; i++) {
            depth += turn(all.get(i));
        }
        return depth;
    }

    private static int turn(Token token) {
        if (token.isSign("(")) {
            return 1;
        }
        return token.isSign(")") ? -1 : 0;
    }
}
