package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands between {@code when} and {@code then}. */
final class ConditionReader {
    private static final String PATTERN = "Type( ... )";

    private final Tokens tokens;
    private final ExpressionReader expressions;
    private final AccumulateReader accumulates;

    ConditionReader(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionReader(tokens);
        this.accumulates = new AccumulateReader(tokens, expressions, this::pattern);
    }

    /** Every condition of a rule up to {@code then}; what cannot be read is told and skipped. */
    List<Condition> read() throws Snag {
        List<Condition> conditions = new ArrayList<>();
        while (!tokens.isName("then") && !tokens.atWall()) {
            if (conditions.size() >= Limits.PARTS) {
                throw new Snag("language.too-many", tokens.place(), Limits.PARTS);
            }
            int mark = tokens.mark();
            try {
                conditions.add(topLevel());
                refuseAfterCondition();
            } catch (Snag snag) {
                tokens.tell(snag);
                tokens.skipCondition(mark);
            }
        }
        return conditions;
    }

    private Condition topLevel() throws Snag {
        Token token = tokens.peek();
        if (tokens.peek(1).isSign("(")) {
            if (token.isName("Parameter")) {
                return given();
            }
            if (token.isName("forall")) {
                return forall();
            }
            if (token.isName("accumulate")) {
                return accumulates.read();
            }
        }
        return condition(1);
    }

    private Condition condition(int depth) throws Snag {
        Token token = tokens.peek();
        if (depth > Limits.CONDITION_DEPTH) {
            throw new Snag("language.condition-too-deep", token.place(), Limits.CONDITION_DEPTH);
        }
        if (token.isName("not") || token.isName("exists")) {
            tokens.next();
            if (!tokens.isSign("(")) {
                throw new Snag("language.missing-parentheses", token.place(), token.text());
            }
            List<Condition> of = joined(depth + 1);
            return token.isName("not") ? new Condition.Not(of, token.place()) : new Condition.Exists(of, token.place());
        }
        if (depth > 1 && (token.isName("accumulate") || token.isName("forall"))) {
            throw new Snag("language.top-level-only", token.place(), token.text());
        }
        return pattern();
    }

    private List<Condition> joined(int depth) throws Snag {
        tokens.expectSign("(");
        List<Condition> conditions = new ArrayList<>();
        conditions.add(condition(depth));
        while (tokens.isName("and")) {
            tokens.next();
            conditions.add(condition(depth));
            if (conditions.size() > Limits.PARTS) {
                throw new Snag("language.too-many", tokens.place(), Limits.PARTS);
            }
        }
        if (tokens.isSign("&&") || tokens.isSign(",")) {
            throw new Snag("language.unexpected", tokens.place(), tokens.peek().text(), "and");
        }
        refuseForeignTail();
        tokens.expectSign(")");
        return conditions;
    }

    private Condition forall() throws Snag {
        Place place = tokens.next().place();
        tokens.expectSign("(");
        Pattern each = pattern();
        List<Pattern> satisfies = new ArrayList<>();
        while (!tokens.isSign(")") && satisfies.size() < Limits.PARTS) {
            refuseForeignTail();
            satisfies.add(pattern());
        }
        if (satisfies.isEmpty()) {
            throw new Snag("language.forall-of-one", place);
        }
        tokens.expectSign(")");
        return new Condition.Forall(each, satisfies, place);
    }

    /** {@code Parameter( name == "...", $x : value )} and nothing else. */
    private Condition given() throws Snag {
        Place place = tokens.peek().place();
        List<String> wanted = List.of("Parameter", "(", "name", "==", "", ",", "$", ":", "value", ")");
        String name = "";
        String variable = "";
        for (String word : wanted) {
            Token token = tokens.peek();
            boolean fits = switch (word) {
                case "" -> token.kind() == Token.Kind.TEXT;
                case "$" -> token.kind() == Token.Kind.VARIABLE;
                default -> token.text().equals(word) && token.kind() != Token.Kind.TEXT;
            };
            if (!fits) {
                throw new Snag("language.parameter-shape", place);
            }
            name = word.isEmpty() ? token.text() : name;
            variable = word.equals("$") ? token.text() : variable;
            tokens.next();
        }
        return new Condition.Given(name, variable, place);
    }

    Pattern pattern() throws Snag {
        refuseForeignStart();
        Token type = tokens.expect(Token.Kind.NAME, PATTERN);
        if (type.isName("Parameter")) {
            throw new Snag("language.parameter-nested", type.place());
        }
        if (tokens.isSign(".")) {
            throw new Snag("language.qualified-type", type.place(), type.text());
        }
        if (!tokens.isSign("(")) {
            throw tokens.unexpected("(");
        }
        tokens.next();
        List<Term> terms = terms();
        tokens.expectSign(")");
        return new Pattern(type.text(), terms, type.place());
    }

    private List<Term> terms() throws Snag {
        List<Term> terms = new ArrayList<>();
        if (tokens.isSign(")")) {
            return terms;
        }
        do {
            int mark = tokens.mark();
            try {
                term(terms);
                if (!tokens.isSign(",") && !tokens.isSign(")")) {
                    throw tokens.isSign(";")
                            ? new Snag("language.positional", tokens.place())
                            : tokens.unexpected(", )");
                }
            } catch (Snag snag) {
                tokens.tell(snag);
                tokens.skipTerm(mark);
            }
            if (terms.size() > Limits.TERMS) {
                throw new Snag("language.too-many", tokens.place(), Limits.TERMS);
            }
        } while (tokens.acceptSign(","));
        return terms;
    }

    private void term(List<Term> terms) throws Snag {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.VARIABLE || !colon(tokens.peek(1))) {
            terms.add(new Term.Test(expressions.read(), token.place()));
            return;
        }
        if (tokens.peek(1).isSign(":=")) {
            throw new Snag("language.unification", token.place(), token.text());
        }
        tokens.next();
        tokens.next();
        Token component = tokens.peek();
        boolean plain = component.kind() == Token.Kind.NAME
                && !tokens.peek(1).isSign(".")
                && !tokens.peek(1).isSign("(");
        if (!plain) {
            throw new Snag("language.binding-expression", component.place(), token.text());
        }
        tokens.next();
        terms.add(new Term.Binding(token.text(), component.text(), token.place()));
        if (expressions.atComparison()) {
            Expression left = new Expression.Component(component.text(), component.place());
            terms.add(new Term.Test(expressions.comparing(left), component.place()));
        } else if (!tokens.isSign(",") && !tokens.isSign(")") && !tokens.isSign(";")) {
            throw new Snag("language.binding-expression", component.place(), token.text());
        }
    }

    private static boolean colon(Token token) {
        return token.isSign(":") || token.isSign(":=");
    }

    private void refuseForeignStart() throws Snag {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.VARIABLE) {
            throw new Snag("language.fact-variable", token.place(), token.text());
        }
        if (token.isSign("(")) {
            throw new Snag("language.grouped-conditions", token.place());
        }
        if (token.isSign("/") || token.isSign("?")) {
            throw new Snag("language.path-pattern", token.place(), token.text());
        }
        if (token.kind() == Token.Kind.NAME && colon(tokens.peek(1))) {
            throw new Snag("language.fact-variable", token.place(), token.text());
        }
        refuseForeignTail();
    }

    private void refuseForeignTail() throws Snag {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.NAME) {
            if (token.isSign("||")) {
                throw new Snag("language.or-between", token.place());
            }
            return;
        }
        switch (token.text()) {
            case "or" -> throw new Snag("language.or-between", token.place());
            case "eval" -> throw new Snag("language.eval", token.place());
            case "from" -> throw new Snag("language.from", token.place());
            case "over" -> throw new Snag("language.over", token.place());
            case "collect", "acc", "groupby", "window", "query", "entry" ->
                throw new Snag("language.foreign-condition", token.place(), token.text());
            case "if", "do", "else" -> throw new Snag("language.named-consequence", token.place(), token.text());
            default -> {}
        }
    }

    private void refuseAfterCondition() throws Snag {
        if (tokens.isSign(";")) {
            throw new Snag("language.semicolon", tokens.place());
        }
        if (tokens.isName("and") || tokens.isSign("&&") || tokens.isSign(",")) {
            throw new Snag("language.and-at-top", tokens.place(), tokens.peek().text());
        }
        refuseForeignTail();
        if (!Set.of(Token.Kind.NAME, Token.Kind.END).contains(tokens.peek().kind())) {
            refuseForeignStart();
            throw tokens.unexpected("then");
        }
    }
}
