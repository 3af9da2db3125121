package cadre.engine.language;

import cadre.engine.facts.CodeKind;
import cadre.engine.facts.FactType;
import cadre.engine.facts.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before any case is seen.
 *
 * @param nullable whether it may be missing
 * @param code the closed list it comes from, if there is one
 * @param origin such as Finding.id if it is a component's value as it is, else the empty text
 */
record Typed(ValueType type, boolean nullable, @Nullable CodeKind code, String origin) {
    static Typed of(ValueType type) {
        return new Typed(type, false, null, "");
    }

    static Typed computed(ValueType type, boolean nullable) {
        return new Typed(type, nullable, null, "");
    }

    static Typed component(FactType fact, FactType.Component component) {
        return new Typed(
                component.type(), component.nullable(), component.code(), fact.name() + "." + component.name());
    }

    Typed present() {
        return new Typed(type, false, code, origin);
    }

    boolean is(ValueType.Kind kind) {
        return type.kind() == kind;
    }
}
