package cadre.engine.cases;

import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A fault in a rule: its first comparison is made another one. */
final class Fault {
    private final UnaryOperator<Expression.Operator> other;
    private boolean planted;

    private Fault(UnaryOperator<Expression.Operator> other) {
        this.other = other;
    }

    /** The rule with its first comparison turned into its opposite; the same rule if it compares nothing. */
    static Rule opposite(Rule rule) {
        return new Fault(operator -> switch (operator) {
                    case EQUAL -> Expression.Operator.UNEQUAL;
                    case UNEQUAL -> Expression.Operator.EQUAL;
                    case LESS -> Expression.Operator.AT_LEAST;
                    case AT_LEAST -> Expression.Operator.LESS;
                    case MORE -> Expression.Operator.AT_MOST;
                    case AT_MOST -> Expression.Operator.MORE;
                })
                .in(rule);
    }

    /** The rule giving points where it takes them, and the other way round; the same rule if it does neither. */
    static Rule sign(Rule rule) {
        List<Conclusion> then = new ArrayList<>();
        for (Conclusion conclusion : rule.then()) {
            Conclusion.Verb verb = switch (conclusion.verb()) {
                case AWARD -> Conclusion.Verb.DEDUCT;
                case DEDUCT -> Conclusion.Verb.AWARD;
                default -> conclusion.verb();
            };
            then.add(new Conclusion(verb, conclusion.arguments(), conclusion.place()));
        }
        return new Rule(rule.id(), rule.notes(), rule.stratum(), rule.when(), then, rule.place(), rule.source());
    }

    private Rule in(Rule rule) {
        List<Condition> when = conditions(rule.when());
        return planted
                ? new Rule(rule.id(), rule.notes(), rule.stratum(), when, rule.then(), rule.place(), rule.source())
                : rule;
    }

    private List<Condition> conditions(List<? extends Condition> all) {
        List<Condition> altered = new ArrayList<>();
        all.forEach(condition -> altered.add(condition(condition)));
        return altered;
    }

    private Condition condition(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern);
        } else if (condition instanceof Condition.Not not) {
            return new Condition.Not(conditions(not.of()), not.place());
        } else if (condition instanceof Condition.Exists exists) {
            return new Condition.Exists(conditions(exists.of()), exists.place());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            return new Condition.Accumulate(
                    accumulate.over().stream().map(this::pattern).toList(),
                    accumulate.measures(),
                    accumulate.tests().stream().map(this::expression).toList(),
                    accumulate.place());
        }
        return condition;
    }

    private Condition.Pattern pattern(Condition.Pattern pattern) {
        List<Condition.Term> terms = new ArrayList<>();
        for (Condition.Term term : pattern.terms()) {
            terms.add(
                    term instanceof Condition.Term.Test test
                            ? new Condition.Term.Test(expression(test.of()), test.place())
                            : term);
        }
        return new Condition.Pattern(pattern.type(), terms, pattern.place());
    }

    private Expression expression(Expression expression) {
        if (planted) {
            return expression;
        } else if (expression instanceof Expression.And and) {
            return new Expression.And(expression(and.left()), expression(and.right()), and.place());
        } else if (expression instanceof Expression.Or or) {
            return new Expression.Or(expression(or.left()), expression(or.right()), or.place());
        } else if (expression instanceof Expression.Comparison comparison) {
            Expression.Operator operator = other.apply(comparison.operator());
            boolean asksForNothing = comparison.right() instanceof Expression.Nothing;
            if (!asksForNothing) {
                planted = true;
                return new Expression.Comparison(operator, comparison.left(), comparison.right(), comparison.place());
            }
        }
        return expression;
    }
}
