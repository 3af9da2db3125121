package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Expression.Operator;
import cadre.engine.language.Expression.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the expressions of conditions. From loosest to tightest: || then && then one comparison then + - then *. */
final class ExpressionReader {
    private static final Set<String> FOREIGN_OPERATORS = Set.of(
            "matches",
            "memberOf",
            "memberof",
            "soundslike",
            "str",
            "excludes",
            "before",
            "after",
            "coincides",
            "during",
            "finishes",
            "finishedby",
            "includes",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby",
            "startsWith",
            "endsWith",
            "instanceof",
            "is",
            "isA",
            "isa");

    private final Tokens tokens;
    private final Budget budget;

    ExpressionReader(Tokens tokens) {
        this.tokens = tokens;
        this.budget = new Budget(tokens);
    }

    /** One whole expression, which ends at a comma, a semicolon or a closing parenthesis. */
    Expression read() throws Snag {
        budget.reset();
        Expression whole = or();
        refuseOperator();
        return whole;
    }

    /** A comparison whose left side is a component already read, as in {@code $x : a > $y}. */
    Expression comparing(Expression left) throws Snag {
        budget.reset();
        Expression whole = comparison(left);
        if (tokens.isSign("&&") || tokens.isSign("||")) {
            throw new Snag("language.binding-and-more", left.place());
        }
        refuseOperator();
        return whole;
    }

    /** Whether a comparison goes on here after its left side. */
    boolean atComparison() {
        return operator().isPresent() || tokens.isName("in") || tokens.isName("contains");
    }

    private Expression or() throws Snag {
        Expression left = and();
        while (tokens.isSign("||")) {
            Place place = tokens.next().place();
            budget.spend();
            left = new Expression.Or(left, and(), place);
        }
        return left;
    }

    private Expression and() throws Snag {
        Expression left = comparison(sum());
        while (tokens.isSign("&&")) {
            Place place = tokens.next().place();
            budget.spend();
            left = new Expression.And(left, comparison(sum()), place);
        }
        return left;
    }

    private Expression comparison(Expression left) throws Snag {
        Optional<Operator> operator = operator();
        Expression whole = left;
        if (operator.isPresent()) {
            Place place = tokens.next().place();
            whole = new Expression.Comparison(operator.get(), left, sum(), place);
        } else if (tokens.isName("in")) {
            Place place = tokens.next().place();
            whole = new Expression.In(left, options(), place);
        } else if (tokens.isName("contains")) {
            Place place = tokens.next().place();
            whole = new Expression.Contains(left, sum(), place);
        }
        if (whole != left && atComparison()) {
            throw new Snag("language.chained-comparison", tokens.place());
        }
        return whole;
    }

    private Optional<Operator> operator() {
        return Arrays.stream(Operator.values())
                .filter(o -> tokens.isSign(o.sign()))
                .findFirst();
    }

    private List<Expression> options() throws Snag {
        tokens.expectSign("(");
        List<Expression> options = new ArrayList<>();
        do {
            budget.spend();
            options.add(sum());
        } while (tokens.acceptSign(","));
        refuseOperator();
        tokens.expectSign(")");
        return options;
    }

    private Expression sum() throws Snag {
        Expression left = product();
        while (tokens.isSign("+") || tokens.isSign("-")) {
            Token sign = tokens.next();
            left = new Expression.Arithmetic(sign.isSign("+") ? Sign.PLUS : Sign.MINUS, left, product(), sign.place());
        }
        return left;
    }

    private Expression product() throws Snag {
        Expression left = operand();
        while (tokens.isSign("*")) {
            Place place = tokens.next().place();
            left = new Expression.Arithmetic(Sign.TIMES, left, operand(), place);
        }
        if (tokens.isSign("/") || tokens.isSign("%")) {
            throw new Snag("language.division", tokens.place(), tokens.peek().text());
        }
        return left;
    }

    private Expression operand() throws Snag {
        budget.spend();
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Expression.Text(tokens.next().text(), token.place());
            case NUMBER -> digit(tokens);
            case VARIABLE -> variable();
            case NAME -> named();
            case SIGN -> signed();
            case END -> throw tokens.unexpected("$name");
        };
    }

    /** 0 or 1, the only numbers written in rules. */
    static Expression digit(Tokens tokens) throws Snag {
        Token token = tokens.peek();
        if (!token.text().equals("0") && !token.text().equals("1")) {
            throw new Snag("language.bare-number", token.place(), token.text());
        }
        tokens.next();
        return new Expression.Digit(token.text().equals("0") ? 0 : 1, token.place());
    }

    private Expression variable() throws Snag {
        Token token = tokens.next();
        if (tokens.isSign(".")) {
            throw new Snag("language.path", tokens.place(), token.text());
        }
        return new Expression.Variable(token.text(), token.place());
    }

    private Expression signed() throws Snag {
        Token token = tokens.peek();
        if (token.isSign("(")) {
            tokens.next();
            budget.enter();
            Expression inside = or();
            refuseOperator();
            tokens.expectSign(")");
            budget.leave();
            return inside;
        }
        if (token.isSign("!")) {
            return negation();
        }
        if (token.isSign("-") || token.isSign("+")) {
            throw new Snag(
                    tokens.peek(1).kind() == Token.Kind.NUMBER ? "language.bare-number" : "language.unary-minus",
                    token.place(),
                    token.text() + tokens.peek(1).shown());
        }
        throw tokens.unexpected("$name");
    }

    private Expression negation() throws Snag {
        Token sign = tokens.next();
        Token of = tokens.peek();
        boolean plain = !tokens.peek(1).isSign("(") && !tokens.peek(1).isSign(".");
        if (of.kind() == Token.Kind.VARIABLE && plain) {
            tokens.next();
            return new Expression.Negation(new Expression.Variable(of.text(), of.place()), sign.place());
        }
        if (of.kind() == Token.Kind.NAME && plain && !literal(of)) {
            tokens.next();
            return new Expression.Negation(new Expression.Component(of.text(), of.place()), sign.place());
        }
        throw new Snag("language.negation", sign.place());
    }

    private static boolean literal(Token token) {
        return token.isName("true") || token.isName("false") || token.isName("null");
    }

    private Expression named() throws Snag {
        Token token = tokens.peek();
        if (tokens.peek(1).isSign("(")) {
            throw token.isName("eval") ? new Snag("language.eval", token.place()) : strangeCall(token);
        }
        if (tokens.peek(1).isSign(".")) {
            return dotted(token);
        }
        tokens.next();
        return switch (token.text()) {
            case "true" -> new Expression.Truth(true, token.place());
            case "false" -> new Expression.Truth(false, token.place());
            case "null" -> new Expression.Nothing(token.place());
            case "this" -> throw new Snag("language.this", token.place());
            case "new" -> throw new Snag("language.new", token.place());
            default -> new Expression.Component(token.text(), token.place());
        };
    }

    /** A function called without {@code Figures.} in front, or one that is not there at all. */
    static Snag strangeCall(Token name) {
        return Vocabulary.function(name.text()).isPresent()
                ? new Snag("language.call-without-figures", name.place(), name.text())
                : new Snag("language.foreign-call", name.place(), name.text());
    }

    private Expression dotted(Token token) throws Snag {
        Token member = tokens.peek(2);
        if (token.isName("Figures") && member.kind() == Token.Kind.NAME) {
            return call(tokens, budget, this::or);
        }
        boolean constant = token.text().matches("[A-Z][A-Za-z0-9]*") && member.kind() == Token.Kind.NAME;
        Token after = tokens.peek(3);
        if (constant && !after.isSign("(") && !after.isSign(".")) {
            tokens.next();
            tokens.next();
            tokens.next();
            return new Expression.Constant(token.text(), member.text(), token.place());
        }
        boolean called = after.isSign("(") || after.isSign(".") || token.text().matches("[A-Z].*");
        throw new Snag(
                called ? "language.foreign-call" : "language.path",
                token.place(),
                called ? token.text() + "." + member.text() : token.text());
    }

    /** Reads one argument of a call. */
    interface Argument {
        Expression read() throws Snag;
    }

    /** Reads {@code Figures.f( a, b )}. */
    static Expression call(Tokens tokens, Budget budget, Argument argument) throws Snag {
        Token figures = tokens.next();
        tokens.expectSign(".");
        Token function = tokens.expect(Token.Kind.NAME, "Figures.name( ... )");
        tokens.expectSign("(");
        budget.enter();
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.isSign(")")) {
            do {
                arguments.add(argument.read());
            } while (tokens.acceptSign(","));
        }
        tokens.expectSign(")");
        budget.leave();
        return new Expression.Call(function.text(), arguments, figures.place());
    }

    /** Refuses by its name whatever of Drools' or Java's operators stands where the expression should end. */
    private void refuseOperator() throws Snag {
        Token token = tokens.peek();
        if (token.isName("not")) {
            throw new Snag(
                    "language.negated-operator", token.place(), tokens.peek(1).shown());
        }
        if (token.kind() == Token.Kind.NAME && FOREIGN_OPERATORS.contains(token.text())) {
            throw new Snag("language.operator", token.place(), token.text());
        }
        if (token.kind() == Token.Kind.SIGN) {
            switch (token.text()) {
                case "=", "+=", "-=", "*=", "/=", "++", "--", ":=" ->
                    throw new Snag("language.assignment", token.place(), token.text());
                case "&", "|", "^", "~", "<<", ">>", "->", "::", "?", "[", "@" ->
                    throw new Snag("language.operator", token.place(), token.text());
                default -> {
                    return;
                }
            }
        }
        if (token.isName("and") || token.isName("or")) {
            throw new Snag(
                    "language.word-operator",
                    token.place(),
                    token.text(),
                    token.text().toLowerCase(Locale.ROOT).equals("and") ? "&&" : "||");
        }
    }
}
