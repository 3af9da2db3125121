package cadre.engine.language;

import java.util.stream.Stream;

/** An expression and everything inside it. */
final class Parts {
    private Parts() {}

    static Stream<Expression> of(Expression e) {
        return Stream.concat(Stream.of(e), inside(e).flatMap(Parts::of));
    }

    private static Stream<Expression> inside(Expression e) {
        if (e instanceof Expression.Comparison c) {
            return Stream.of(c.left(), c.right());
        } else if (e instanceof Expression.In in) {
            return Stream.concat(Stream.of(in.left()), in.options().stream());
        } else if (e instanceof Expression.Contains c) {
            return Stream.of(c.left(), c.right());
        } else if (e instanceof Expression.And and) {
            return Stream.of(and.left(), and.right());
        } else if (e instanceof Expression.Or or) {
            return Stream.of(or.left(), or.right());
        } else if (e instanceof Expression.Negation n) {
            return Stream.of(n.of());
        } else if (e instanceof Expression.Arithmetic a) {
            return Stream.of(a.left(), a.right());
        } else if (e instanceof Expression.Unary u) {
            return Stream.of(u.of());
        } else if (e instanceof Expression.Call call) {
            return call.arguments().stream();
        }
        return Stream.empty();
    }
}
