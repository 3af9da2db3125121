package cadre.engine.language;

import cadre.engine.document.Place;
import java.util.List;

/** What must hold for a rule to fire. */
public sealed interface Condition {
    Place place();

    /** A fact of exactly this type for which every term holds. */
    record Pattern(String type, List<Term> terms, Place place) implements Condition {
        public Pattern {
            terms = List.copyOf(terms);
        }
    }

    /** <code>Parameter( name == "...", $x : value )</code>: only at the top level of a rule. */
    record Given(String parameter, String variable, Place place) implements Condition {}

    /** <code>not( ... )</code>: no combination of facts satisfies all of these. */
    record Not(List<Condition> of, Place place) implements Condition {
        public Not {
            of = List.copyOf(of);
        }
    }

    /** <code>exists( ... )</code>: at least one combination satisfies all of these; it is counted once. */
    record Exists(List<Condition> of, Place place) implements Condition {
        public Exists {
            of = List.copyOf(of);
        }
    }

    /** <code>forall( A B ... )</code>: for every A, there are B ... */
    record Forall(Pattern each, List<Pattern> satisfies, Place place) implements Condition {
        public Forall {
            satisfies = List.copyOf(satisfies);
        }
    }

    /** <code>accumulate( A and B; $n : count( $x ), $s : sum( $y ); $s > $limit )</code>; only at the top level. */
    record Accumulate(List<Pattern> over, List<Measure> measures, List<Expression> tests, Place place)
            implements Condition {
        public Accumulate {
            over = List.copyOf(over);
            measures = List.copyOf(measures);
            tests = List.copyOf(tests);
        }
    }

    /** <code>$s : sum( $y )</code>, where $y is bound in a pattern of the same accumulate. */
    record Measure(String variable, Function function, String of, Place place) {}

    /** Sum and count of nothing are 0; min and max of nothing do not match. A missing value is not counted. */
    enum Function {
        SUM,
        COUNT,
        MIN,
        MAX
    }

    /** A part of a pattern. */
    sealed interface Term {
        Place place();

        /** <code>$x : component</code>; the variable's name is kept with its dollar sign. */
        record Binding(String variable, String component, Place place) implements Term {}

        /** A boolean expression over components and variables. */
        record Test(Expression of, Place place) implements Term {}
    }
}
