package cadre.engine.wording;

import cadre.engine.language.Expression;
import cadre.engine.language.Expression.Operator;
import cadre.engine.language.Expression.Sign;
import cadre.engine.language.RuleText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for expressions that mean the same: variables stand for where they come from, comparisons point one way, and
 * what may be swapped is sorted.
 */
record Canonical(Map<String, Source> variables, Source.@Nullable Matched own) {
    String of(Expression e) {
        return RuleText.right(rewritten(e));
    }

    private Expression rewritten(Expression e) {
        if (e instanceof Expression.Component c) {
            return named(own == null ? c.name() : own.key() + "." + c.name(), c);
        } else if (e instanceof Expression.Variable v) {
            Source source = variables.get(v.name());
            return source == null ? v : named(source.key(), v);
        } else if (e instanceof Expression.Comparison c) {
            return comparison(c);
        } else if (e instanceof Expression.In in) {
            List<Expression> options = in.options().stream()
                    .map(this::rewritten)
                    .sorted(Comparator.comparing(RuleText::right))
                    .toList();
            return new Expression.In(rewritten(in.left()), options, in.place());
        } else if (e instanceof Expression.Contains c) {
            return new Expression.Contains(rewritten(c.left()), rewritten(c.right()), c.place());
        } else if (e instanceof Expression.And and) {
            List<Expression> sides = sorted(and.left(), and.right());
            return new Expression.And(sides.get(0), sides.get(1), and.place());
        } else if (e instanceof Expression.Or or) {
            List<Expression> sides = sorted(or.left(), or.right());
            return new Expression.Or(sides.get(0), sides.get(1), or.place());
        } else if (e instanceof Expression.Negation n) {
            return new Expression.Negation(rewritten(n.of()), n.place());
        } else if (e instanceof Expression.Arithmetic a) {
            List<Expression> sides = a.sign() == Sign.MINUS
                    ? List.of(rewritten(a.left()), rewritten(a.right()))
                    : sorted(a.left(), a.right());
            return new Expression.Arithmetic(a.sign(), sides.get(0), sides.get(1), a.place());
        } else if (e instanceof Expression.Unary u) {
            return new Expression.Unary(u.function(), rewritten(u.of()), u.place());
        } else if (e instanceof Expression.Call c) {
            return new Expression.Call(
                    c.function(), c.arguments().stream().map(this::rewritten).toList(), c.place());
        }
        return e;
    }

    private Expression comparison(Expression.Comparison c) {
        Expression left = rewritten(c.left());
        Expression right = rewritten(c.right());
        return switch (c.operator()) {
            case LESS, AT_MOST -> new Expression.Comparison(c.operator(), left, right, c.place());
            case MORE -> new Expression.Comparison(Operator.LESS, right, left, c.place());
            case AT_LEAST -> new Expression.Comparison(Operator.AT_MOST, right, left, c.place());
            case EQUAL, UNEQUAL -> {
                List<Expression> sides = sorted(c.left(), c.right());
                yield new Expression.Comparison(c.operator(), sides.get(0), sides.get(1), c.place());
            }
        };
    }

    private List<Expression> sorted(Expression a, Expression b) {
        return List.of(rewritten(a), rewritten(b)).stream()
                .sorted(Comparator.comparing(RuleText::right))
                .toList();
    }

    private static Expression named(String name, Expression at) {
        return new Expression.Component(name, at.place());
    }
}
