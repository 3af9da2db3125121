package cadre.engine.wording;

import cadre.engine.facts.FactType;
import cadre.engine.language.Condition.Function;

/** Where the value of a variable comes from. */
sealed interface Source {
    /** Such as Incident#1.severity: the same whatever the variable is called. */
    String key();

    record OfParameter(String name) implements Source {
        @Override
        public String key() {
            return "Parameter." + name;
        }
    }

    record OfFact(Matched fact, FactType.Component component) implements Source {
        @Override
        public String key() {
            return fact.key() + "." + component.name();
        }
    }

    record OfMeasure(Function function, OfFact of, String over) implements Source {
        @Override
        public String key() {
            return function + "<" + of.key() + " of " + over + ">";
        }
    }

    /**
     * A fact that a pattern matches.
     *
     * @param ordinal from 1 among the patterns of a rule on facts of this type
     * @param alone whether it is the only one
     * @param code the one indicator that it is asked to be, or the empty text
     */
    record Matched(FactType type, int ordinal, boolean alone, String code) {
        String key() {
            return type.name() + "#" + ordinal;
        }
    }
}
