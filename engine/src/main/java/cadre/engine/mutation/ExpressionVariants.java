package cadre.engine.mutation;

import cadre.engine.language.Expression;
import cadre.engine.language.Expression.Operator;
import cadre.engine.language.Expression.Sign;
import cadre.engine.language.RuleText;
import cadre.engine.mutation.Change.Kind;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** An expression with one change in it, in every way; some of what comes out may not be allowed by the language. */
final class ExpressionVariants {
    static final ExpressionVariants ON_THE_LEFT = new ExpressionVariants(RuleText::left);
    static final ExpressionVariants ON_THE_RIGHT = new ExpressionVariants(RuleText::right);

    private final Function<Expression, String> text;

    private ExpressionVariants(Function<Expression, String> text) {
        this.text = text;
    }

    Stream<Variant<Expression>> of(Expression e) {
        return Stream.concat(itself(e), inside(e));
    }

    private Stream<Variant<Expression>> itself(Expression e) {
        if (e instanceof Expression.Comparison c) {
            boolean asksForMissing = c.right() instanceof Expression.Nothing;
            return Stream.concat(
                    asksForMissing ? Stream.empty() : boundary(c.operator()).map(o -> compared(Kind.BOUNDARY, c, o)),
                    Stream.of(compared(Kind.OPPOSITE, c, opposite(c.operator()))));
        } else if (e instanceof Expression.In in && in.options().size() > 1) {
            return Variant.without(in.options(), Kind.OPTION, text, Expression::place)
                    .map(options -> options.within(fewer -> new Expression.In(in.left(), fewer, in.place())));
        } else if (e instanceof Expression.And and) {
            return operands(and.left(), and.right());
        } else if (e instanceof Expression.Or or) {
            return operands(or.left(), or.right());
        } else if (e instanceof Expression.Negation not) {
            return Stream.of(changed(Kind.NEGATION, not, not.of()));
        } else if (e instanceof Expression.Arithmetic sum) {
            return Stream.of(changed(
                    sum.sign() == Sign.MIN || sum.sign() == Sign.MAX ? Kind.MEASURE : Kind.SIGN,
                    sum,
                    new Expression.Arithmetic(other(sum.sign()), sum.left(), sum.right(), sum.place())));
        } else if (e instanceof Expression.Unary unary) {
            return Stream.of(changed(Kind.SIGN, unary, unary.of()));
        }
        return Stream.empty();
    }

    private static Stream<Operator> boundary(Operator operator) {
        return switch (operator) {
            case LESS -> Stream.of(Operator.AT_MOST);
            case AT_MOST -> Stream.of(Operator.LESS);
            case MORE -> Stream.of(Operator.AT_LEAST);
            case AT_LEAST -> Stream.of(Operator.MORE);
            case EQUAL, UNEQUAL -> Stream.empty();
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.UNEQUAL;
            case UNEQUAL -> Operator.EQUAL;
            case LESS -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.LESS;
            case MORE -> Operator.AT_MOST;
            case AT_MOST -> Operator.MORE;
        };
    }

    private static Sign other(Sign sign) {
        return switch (sign) {
            case PLUS -> Sign.MINUS;
            case MINUS, TIMES -> Sign.PLUS;
            case MIN -> Sign.MAX;
            case MAX -> Sign.MIN;
        };
    }

    private Variant<Expression> compared(Kind kind, Expression.Comparison c, Operator operator) {
        return changed(kind, c, new Expression.Comparison(operator, c.left(), c.right(), c.place()));
    }

    private Stream<Variant<Expression>> operands(Expression left, Expression right) {
        return Stream.of(
                new Variant<>(right, Change.left(Kind.CONDITION, text.apply(left), left.place())),
                new Variant<>(left, Change.left(Kind.CONDITION, text.apply(right), right.place())));
    }

    private Variant<Expression> changed(Kind kind, Expression from, Expression to) {
        return new Variant<>(to, new Change(kind, text.apply(from), text.apply(to), from.place()));
    }

    private Stream<Variant<Expression>> inside(Expression e) {
        if (e instanceof Expression.Comparison c) {
            return both(c.left(), c.right(), (l, r) -> new Expression.Comparison(c.operator(), l, r, c.place()));
        } else if (e instanceof Expression.In in) {
            return of(in.left()).map(v -> v.within(left -> new Expression.In(left, in.options(), in.place())));
        } else if (e instanceof Expression.Contains c) {
            return both(c.left(), c.right(), (l, r) -> new Expression.Contains(l, r, c.place()));
        } else if (e instanceof Expression.And and) {
            return both(and.left(), and.right(), (l, r) -> new Expression.And(l, r, and.place()));
        } else if (e instanceof Expression.Or or) {
            return both(or.left(), or.right(), (l, r) -> new Expression.Or(l, r, or.place()));
        } else if (e instanceof Expression.Arithmetic sum) {
            return both(sum.left(), sum.right(), (l, r) -> new Expression.Arithmetic(sum.sign(), l, r, sum.place()));
        } else if (e instanceof Expression.Unary unary) {
            return of(unary.of()).map(v -> v.within(of -> new Expression.Unary(unary.function(), of, unary.place())));
        } else if (e instanceof Expression.Call call) {
            return list(call.arguments())
                    .map(v -> v.within(arguments -> new Expression.Call(call.function(), arguments, call.place())));
        }
        return Stream.empty();
    }

    Stream<Variant<List<Expression>>> list(List<Expression> list) {
        return Variant.ofOne(list, this::of);
    }

    private Stream<Variant<Expression>> both(Expression left, Expression right, BinaryOperator<Expression> whole) {
        return Stream.concat(
                of(left).map(v -> v.within(changed -> whole.apply(changed, right))),
                of(right).map(v -> v.within(changed -> whole.apply(left, changed))));
    }
}
