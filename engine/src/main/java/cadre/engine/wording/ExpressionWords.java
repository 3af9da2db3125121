package cadre.engine.wording;

import cadre.engine.facts.CodeKind;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in the words of one language.
 *
 * @param own the fact whose components may be named without saying whose they are
 * @param bare whether they are
 */
record ExpressionWords(Speech speech, Map<String, Source> variables, Source.@Nullable Matched own, boolean bare) {

    /** A condition as a whole: a boolean value says whether it is so. */
    String test(Expression e) {
        if (e instanceof Expression.Component || e instanceof Expression.Variable) {
            return speech.say("so", of(e));
        } else if (e instanceof Expression.Negation n) {
            return speech.say("not-so", of(n.of()));
        } else if (e instanceof Expression.And and) {
            return speech.say("and", part(and.left()), part(and.right()));
        } else if (e instanceof Expression.Or or) {
            List<Expression> any = disjuncts(or);
            return any.size() == 2
                    ? speech.say("or", part(or.left()), part(or.right()))
                    : speech.say("any-of", any.stream().map(this::test).collect(Collectors.joining("; ")));
        }
        return of(e);
    }

    private static List<Expression> disjuncts(Expression e) {
        return e instanceof Expression.Or or
                ? Stream.concat(disjuncts(or.left()).stream(), disjuncts(or.right()).stream())
                        .toList()
                : List.of(e);
    }

    private String part(Expression e) {
        boolean compound = e instanceof Expression.And || e instanceof Expression.Or;
        return compound ? speech.say("brackets", test(e)) : test(e);
    }

    String of(Expression e) {
        if (e instanceof Expression.Component c) {
            return own == null ? c.name() : component(new Source.OfFact(own, component(own, c.name())), bare);
        } else if (e instanceof Expression.Variable v) {
            return variable(v);
        } else if (e instanceof Expression.Text text) {
            return speech.say("quoted", text.value());
        } else if (e instanceof Expression.Digit digit) {
            return Integer.toString(digit.value());
        } else if (e instanceof Expression.Constant constant) {
            return speech.constant(constant.type(), constant.name());
        } else if (e instanceof Expression.Truth truth) {
            return speech.say(truth.value() ? "yes" : "no");
        } else if (e instanceof Expression.Comparison c) {
            return comparison(c);
        } else if (e instanceof Expression.In in) {
            String options = in.options().stream()
                    .map(option -> beside(in.left(), option))
                    .collect(Collectors.joining(speech.say("comma")));
            return isIndicator(in.left())
                    ? speech.say("in-indicators", options)
                    : speech.say("in", of(in.left()), options);
        } else if (e instanceof Expression.Contains c) {
            return speech.say("contains", of(c.left()), of(c.right()));
        } else if (e instanceof Expression.Arithmetic a) {
            return arithmetic(a);
        } else if (e instanceof Expression.Unary u) {
            return speech.say("unary." + u.function().name(), operand(u.of()));
        } else if (e instanceof Expression.Call call) {
            return call(call);
        }
        return test(e);
    }

    private String comparison(Expression.Comparison c) {
        boolean equal = c.operator() == Expression.Operator.EQUAL;
        if (c.right() instanceof Expression.Nothing) {
            return speech.say(equal ? "unknown" : "known", of(c.left()));
        } else if (c.left() instanceof Expression.Nothing) {
            return speech.say(equal ? "unknown" : "known", of(c.right()));
        }
        if (equal && isIndicator(c.left()) && isIndicator(c.right())) {
            return speech.say("same-indicator");
        }
        boolean dates = isDate(c.left()) || isDate(c.right());
        return speech.say(
                (dates ? "date." : "is.") + c.operator().name(),
                beside(c.right(), c.left()),
                beside(c.left(), c.right()));
    }

    /** A text is a code if what it stands beside holds codes. */
    private String beside(Expression other, Expression e) {
        if (e instanceof Expression.Text text && source(other) instanceof Source.OfFact fact) {
            boolean type = fact.fact().type().name().equals("Unverified")
                    && fact.component().name().equals("type");
            @Nullable CodeKind kind = fact.component().code();
            return type ? speech.named(text.value()) : speech.code(kind, text.value());
        }
        return of(e);
    }

    private boolean isDate(Expression e) {
        return source(e) instanceof Source.OfFact fact
                && fact.component().type().kind() == ValueType.Kind.DATE;
    }

    private boolean isIndicator(Expression e) {
        return source(e) instanceof Source.OfFact fact && fact.component().code() == CodeKind.INDICATOR;
    }

    private @Nullable Source source(Expression e) {
        if (e instanceof Expression.Variable v) {
            return variables.get(v.name());
        }
        return e instanceof Expression.Component c && own != null
                ? new Source.OfFact(own, component(own, c.name()))
                : null;
    }

    private String variable(Expression.Variable v) {
        Source source = variables.get(v.name());
        return source == null ? v.name() : source(source);
    }

    private String source(Source source) {
        if (source instanceof Source.OfParameter parameter) {
            return speech.parameter(parameter.name());
        } else if (source instanceof Source.OfMeasure measure) {
            return speech.say(
                    "measure." + measure.function().name(),
                    component(measure.of(), true),
                    fact(measure.of().fact()));
        }
        Source.OfFact fact = (Source.OfFact) source;
        return component(fact, bare && fact.fact().equals(own));
    }

    private String component(Source.OfFact of, boolean alone) {
        String period = "period." + of.component().name();
        if (of.fact().type().name().equals("Appraisal") && speech.knows(period)) {
            return speech.say(period);
        }
        String title = speech.component(of.fact().type(), of.component());
        return alone ? title : speech.say(of.fact().code().isEmpty() ? "of" : "of-named", title, fact(of.fact()));
    }

    /** What stands in a sentence, which says the unit itself: a parameter is its bare number there. */
    String filled(Expression.Variable v) {
        return variables.get(v.name()) instanceof Source.OfParameter parameter ? speech.bare(parameter.name()) : of(v);
    }

    String fact(Source.Matched fact) {
        if (!fact.code().isEmpty()) {
            return speech.code(CodeKind.INDICATOR, fact.code());
        }
        String type = speech.type(fact.type());
        return fact.alone() ? type : speech.say("ordinal", type, fact.ordinal());
    }

    private String operand(Expression e) {
        return e instanceof Expression.Arithmetic ? speech.say("brackets", of(e)) : of(e);
    }

    private String arithmetic(Expression.Arithmetic a) {
        boolean counted = a.sign() == Expression.Sign.PLUS
                && a.right() instanceof Expression.Digit
                && a.left() instanceof Expression.Call call
                && call.function().equals("daysBetween");
        if (counted) {
            return speech.say("days-both-counted", of(a.left()));
        } else if (a.sign() == Expression.Sign.MAX && isZero(a.right())) {
            return speech.say("not-below-zero", of(a.left()));
        }
        return speech.say("sign." + a.sign().name(), operand(a.left()), operand(a.right()));
    }

    private String call(Expression.Call call) {
        return plainly(call)
                .orElseGet(() -> speech.say(
                        "figure." + call.function(),
                        call.arguments().stream().map(this::operand).toArray()));
    }

    /** Some computations have shorter words than those of their function. */
    private Optional<String> plainly(Expression.Call call) {
        List<Expression> of = call.arguments();
        return switch (call.function()) {
            case "orElse" -> isZero(of.get(1)) ? Optional.of(of(of.get(0))) : Optional.empty();
            case "max" ->
                isZero(of.get(1)) ? Optional.of(speech.say("not-below-zero", operand(of.get(0)))) : Optional.empty();
            case "min" ->
                Optional.of(least(call))
                        .filter(least -> least.size() > 2)
                        .map(least -> speech.say(
                                "least-of",
                                least.stream().map(this::of).collect(Collectors.joining(speech.say("semicolon")))));
            case "share" ->
                product(call)
                        .map(product -> speech.say(
                                "in-proportion", of(product.left()), operand(product.right()), operand(of.get(1))));
            case "attainment" ->
                Optional.of(named(of.get(0)))
                        .filter(named -> !named.isEmpty() && named.equals(named(of.get(1))))
                        .map(named -> speech.say("attainment-of", named));
            default -> Optional.empty();
        };
    }

    /** Of a parameter times something as a share of something else, the product. */
    private Optional<Expression.Arithmetic> product(Expression.Call share) {
        return share.function().equals("share")
                        && share.arguments().get(0) instanceof Expression.Arithmetic product
                        && product.sign() == Expression.Sign.TIMES
                        && isParameter(product.left())
                ? Optional.of(product)
                : Optional.empty();
    }

    /** All of which the least counts, however they are nested. */
    private static List<Expression> least(Expression e) {
        return e instanceof Expression.Call call && call.function().equals("min")
                ? call.arguments().stream()
                        .flatMap(each -> least(each).stream())
                        .toList()
                : List.of(e);
    }

    /** The title of the one indicator that a component belongs to, where it is not the only fact spoken of. */
    private String named(Expression e) {
        return source(e) instanceof Source.OfFact fact
                        && !(bare && fact.fact().equals(own))
                        && !fact.fact().code().isEmpty()
                ? fact(fact.fact())
                : "";
    }

    private boolean isParameter(Expression e) {
        return e instanceof Expression.Variable v && variables.get(v.name()) instanceof Source.OfParameter;
    }

    /**
     * Points as a sentence says them: 8 points; up to 8 points that grow between two thresholds; else the computation.
     *
     * @param verb award or deduct
     */
    String points(String verb, Expression points) {
        if (points instanceof Expression.Call call && call.function().equals("orElse")) {
            String told = computed(verb, call.arguments().get(0));
            Expression or = call.arguments().get(1);
            return isZero(or) ? told : speech.say("points-or", told, of(or));
        }
        return computed(verb, points);
    }

    private String computed(String verb, Expression told) {
        if (told instanceof Expression.Call line
                && line.function().equals("interpolate")
                && isZero(line.arguments().get(2))) {
            List<Expression> of = line.arguments();
            boolean many = least(of.get(0)).size() > 2;
            return speech.say(
                    "do." + verb + (many ? ".growing-by" : ".growing"),
                    of(of.get(4)),
                    of(of.get(0)),
                    threshold(of.get(1)),
                    threshold(of.get(3)));
        }
        boolean proportion =
                told instanceof Expression.Call call && product(call).isPresent();
        return speech.say("do." + verb + (proportion || isParameter(told) ? ".plain" : ""), of(told));
    }

    /** Between thresholds that are shares the bare 1 of a rule is the whole. */
    private String threshold(Expression e) {
        return e instanceof Expression.Digit digit && digit.value() == 1 ? speech.share(BigDecimal.ONE) : of(e);
    }

    private static boolean isZero(Expression e) {
        return e instanceof Expression.Digit digit && digit.value() == 0;
    }

    private static cadre.engine.facts.FactType.Component component(Source.Matched fact, String name) {
        return fact.type().component(name).orElseThrow();
    }
}
