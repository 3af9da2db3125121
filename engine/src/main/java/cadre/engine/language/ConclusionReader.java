package cadre.engine.language;

import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Expression.Sign;
import cadre.engine.language.Expression.UnaryFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between {@code then} and {@code end}: calls of {@code findings}, and nothing else. */
final class ConclusionReader {
    private static final Set<String> FACT_CHANGES =
            Set.of("modify", "update", "insert", "insertLogical", "delete", "retract", "halt");
    private static final Set<String> STATEMENTS = Set.of(
            "if",
            "else",
            "for",
            "while",
            "do",
            "try",
            "catch",
            "switch",
            "return",
            "throw",
            "synchronized",
            "var",
            "final",
            "int",
            "long",
            "double",
            "boolean",
            "String",
            "BigDecimal",
            "Object",
            "class",
            "break",
            "continue",
            "assert",
            "static",
            "import");

    private final Tokens tokens;
    private final Budget budget;

    ConclusionReader(Tokens tokens) {
        this.tokens = tokens;
        this.budget = new Budget(tokens);
    }

    /** Every call of a rule up to {@code end}; what cannot be read is told and skipped. */
    List<Conclusion> read() throws Snag {
        List<Conclusion> conclusions = new ArrayList<>();
        while (!tokens.isName("end") && !tokens.atWall()) {
            if (conclusions.size() >= Limits.PARTS) {
                throw new Snag("language.too-many", tokens.place(), Limits.PARTS);
            }
            try {
                conclusions.add(conclusion());
            } catch (Snag snag) {
                tokens.tell(snag);
                tokens.skipCall();
            }
        }
        return conclusions;
    }

    private Conclusion conclusion() throws Snag {
        refuseStatement();
        Token findings = tokens.expectName("findings");
        tokens.expectSign(".");
        Token name = tokens.expect(Token.Kind.NAME, "findings.award( ... )");
        Verb verb = verb(name);
        tokens.expectSign("(");
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.isSign(")")) {
            do {
                budget.reset();
                arguments.add(argument());
            } while (tokens.acceptSign(",") && arguments.size() <= Limits.PARTS);
        }
        tokens.expectSign(")");
        tokens.expectSign(";");
        return new Conclusion(verb, arguments, findings.place());
    }

    private static Verb verb(Token name) throws Snag {
        return Arrays.stream(Verb.values())
                .filter(v -> v.word().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new Snag(
                        "language.unknown-verb",
                        name.place(),
                        name.text(),
                        Meant.by(
                                name.text(),
                                Arrays.stream(Verb.values()).map(Verb::word).toList())));
    }

    private Expression argument() throws Snag {
        budget.spend();
        Expression value = operand();
        while (tokens.isSign(".")) {
            value = method(value);
        }
        refuseOperator();
        return value;
    }

    private Expression operand() throws Snag {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Expression.Text(tokens.next().text(), token.place());
            case NUMBER -> ExpressionReader.digit(tokens);
            case VARIABLE -> new Expression.Variable(tokens.next().text(), token.place());
            case NAME -> named(token);
            case SIGN -> throw signed(token);
            case END -> throw tokens.unexpected("$name");
        };
    }

    private Snag signed(Token token) {
        if (token.isSign("-") || token.isSign("+")) {
            return new Snag(
                    tokens.peek(1).kind() == Token.Kind.NUMBER ? "language.bare-number" : "language.unary-minus",
                    token.place(),
                    token.text() + tokens.peek(1).shown());
        }
        return tokens.unexpected("$name");
    }

    private Expression named(Token token) throws Snag {
        if (token.isName("Figures") && tokens.peek(1).isSign(".")) {
            return ExpressionReader.call(tokens, budget, this::argument);
        }
        if (token.isName("new")) {
            throw new Snag("language.new", token.place());
        }
        if (tokens.peek(1).isSign("(")) {
            throw ExpressionReader.strangeCall(token);
        }
        if (tokens.peek(1).isSign(".")) {
            throw new Snag(
                    "language.foreign-call",
                    token.place(),
                    token.text() + "." + tokens.peek(2).text());
        }
        throw new Snag("language.component-on-right", token.place(), token.text());
    }

    private Expression method(Expression on) throws Snag {
        tokens.next();
        budget.spend();
        Token name = tokens.expect(Token.Kind.NAME, "add( $x )");
        if (on instanceof Expression.Text || on instanceof Expression.Digit) {
            throw new Snag("language.method-on-literal", name.place(), name.text());
        }
        Optional<Sign> sign = sign(name.text());
        Optional<UnaryFunction> unary = switch (name.text()) {
            case "negate" -> Optional.of(UnaryFunction.NEGATE);
            case "abs" -> Optional.of(UnaryFunction.ABS);
            default -> Optional.empty();
        };
        if (sign.isEmpty() && unary.isEmpty()) {
            throw Set.of("divide", "remainder").contains(name.text())
                    ? new Snag("language.division", name.place(), name.text())
                    : new Snag("language.unknown-method", name.place(), name.text());
        }
        tokens.expectSign("(");
        budget.enter();
        Expression result = unary.isPresent()
                ? new Expression.Unary(unary.get(), on, name.place())
                : new Expression.Arithmetic(sign.orElseThrow(), on, argument(), name.place());
        tokens.expectSign(")");
        budget.leave();
        return result;
    }

    private static Optional<Sign> sign(String method) {
        return Optional.ofNullable(
                switch (method) {
                    case "add" -> Sign.PLUS;
                    case "subtract" -> Sign.MINUS;
                    case "multiply" -> Sign.TIMES;
                    case "min" -> Sign.MIN;
                    case "max" -> Sign.MAX;
                    default -> null;
                });
    }

    private void refuseOperator() throws Snag {
        Token token = tokens.peek();
        if (token.isSign("/") || token.isSign("%")) {
            throw new Snag("language.division", token.place(), token.text());
        }
        if (token.isSign("+") || token.isSign("-") || token.isSign("*")) {
            throw new Snag("language.operator-on-right", token.place(), token.text());
        }
    }

    private void refuseStatement() throws Snag {
        Token token = tokens.peek();
        if (token.isName("new")) {
            throw new Snag("language.new", token.place());
        }
        if (FACT_CHANGES.contains(token.text())) {
            throw new Snag("language.fact-change", token.place(), token.text());
        }
        if (STATEMENTS.contains(token.text())) {
            throw new Snag("language.statement", token.place(), token.text());
        }
        Token after = tokens.peek(1);
        if (after.isSign("=") || after.isSign("+=") || after.isSign("-=") || after.isSign("++") || after.isSign("--")) {
            throw new Snag("language.assignment", after.place(), after.text());
        }
        if (!token.isName("findings") && (after.isSign(".") || after.isSign("("))) {
            throw new Snag("language.foreign-call", token.place(), token.text());
        }
    }
}
