package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.language.Condition.Function;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code accumulate( A( ) and B( ); $n : count( $x ); $n > $limit )}. */
final class AccumulateReader {
    private static final Set<String> FUNCTIONS = Set.of("sum", "count", "min", "max");

    private final Tokens tokens;
    private final ExpressionReader expressions;
    private final PatternReader patterns;

    /** Reads one pattern. */
    interface PatternReader {
        Pattern read() throws Snag;
    }

    AccumulateReader(Tokens tokens, ExpressionReader expressions, PatternReader patterns) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.patterns = patterns;
    }

    Condition read() throws Snag {
        Place place = tokens.next().place();
        tokens.expectSign("(");
        List<Pattern> over = over();
        tokens.expectSign(";");
        List<Measure> measures = new ArrayList<>();
        do {
            measures.add(measure());
            bound(measures);
        } while (tokens.acceptSign(","));
        List<Expression> tests = new ArrayList<>();
        if (tokens.acceptSign(";")) {
            do {
                tests.add(expressions.read());
                bound(tests);
            } while (tokens.acceptSign(","));
        }
        tokens.expectSign(")");
        return new Condition.Accumulate(over, measures, tests, place);
    }

    private void bound(List<?> parts) throws Snag {
        if (parts.size() > Limits.PARTS) {
            throw new Snag("language.too-many", tokens.place(), Limits.PARTS);
        }
    }

    private List<Pattern> over() throws Snag {
        List<Pattern> over = new ArrayList<>();
        over.add(pattern());
        while (tokens.isName("and")) {
            Place place = tokens.next().place();
            if (over.size() == 2) {
                throw new Snag("language.accumulate-over", place);
            }
            over.add(pattern());
        }
        return over;
    }

    private Pattern pattern() throws Snag {
        Token token = tokens.peek();
        if (Set.of("not", "exists", "forall", "accumulate").contains(token.text())) {
            throw new Snag("language.accumulate-over", token.place());
        }
        return patterns.read();
    }

    private Measure measure() throws Snag {
        Token variable = tokens.peek();
        if (variable.kind() == Token.Kind.NAME) {
            throw Set.of("init", "action", "reverse", "result").contains(variable.text())
                    ? new Snag("language.accumulate-code", variable.place(), variable.text())
                    : new Snag("language.measure-unbound", variable.place(), variable.text());
        }
        tokens.expect(Token.Kind.VARIABLE, "$name : count( $x )");
        tokens.expectSign(":");
        Token function = tokens.expect(Token.Kind.NAME, "count( $x )");
        refuse(function);
        tokens.expectSign("(");
        boolean plain =
                tokens.peek().kind() == Token.Kind.VARIABLE && tokens.peek(1).isSign(")");
        if (!plain) {
            throw new Snag("language.measure-argument", tokens.place(), function.text());
        }
        Token of = tokens.next();
        tokens.expectSign(")");
        return new Measure(
                variable.text(),
                Function.valueOf(function.text().toUpperCase(Locale.ROOT)),
                of.text(),
                variable.place());
    }

    private static void refuse(Token function) throws Snag {
        switch (function.text()) {
            case "average" -> throw new Snag("language.average", function.place());
            case "collectList", "collectSet" -> throw new Snag("language.collect", function.place(), function.text());
            default -> {
                if (!FUNCTIONS.contains(function.text())) {
                    throw new Snag("language.measure-function", function.place(), function.text());
                }
            }
        }
    }
}
