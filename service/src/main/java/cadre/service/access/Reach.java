package cadre.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose results a caller may read, and for whom they may act. What is out of reach is answered like what does not exist.
 *
 * @param readsAll whether every result can be read, whatever the unit
 * @param within units for which the caller acts and whose results they read
 * @param cadre the cadre who the caller is, if they are one: their own results can be read, wherever they serve
 */
public record Reach(
        boolean readsAll, Within within, @Nullable String cadre) {
    public static final Reach EVERYONE = new Reach(true, Within.EVERYWHERE, null);

    /** Of those who neither evaluate nor read. */
    public static final Reach NOBODY = new Reach(false, Within.NOWHERE, null);

    /**
     * What roles make of the units that a person was given and of the cadre that they are. Auditors read all; evaluators and
     * reviewers have their units; cadres have themselves; nobody else reaches a result.
     *
     * @param given codes of units, or {@link Within#ROOT}
     */
    static Reach of(Set<Role> roles, Set<String> given, @Nullable String cadre, UnitTree tree) {
        boolean acts = roles.contains(Role.EVALUATOR) || roles.contains(Role.REVIEWER);
        return new Reach(
                roles.contains(Role.AUDITOR),
                acts ? Within.of(given, tree) : Within.NOWHERE,
                roles.contains(Role.CADRE) ? cadre : null);
    }

    /** Whether no result is out of reach. */
    public boolean everyone() {
        return readsAll || within.everywhere();
    }

    /** Whether results of this cadre, evaluated for this unit, can be read. */
    public boolean reads(String unit, String ofCadre) {
        return everyone() || within.covers(unit) || ofCadre.equals(cadre);
    }

    /** Whether the caller may act for this unit. A unit unknown to the tree is covered by the root only. */
    public boolean covers(String unit) {
        return within.covers(unit);
    }

    /** The same as {@link #covers} as a condition of a query on the column with the unit. */
    public Condition covering(String unit) {
        return within.condition(unit);
    }

    /**
     * The same as {@link #reads} as conditions of a query, one of which must hold; none if nothing is within reach. Each can use
     * an index by itself, which both together could not.
     *
     * @param unit the column with the unit
     * @param ofCadre the column with the cadre
     */
    public List<Condition> conditions(String unit, String ofCadre) {
        if (everyone()) {
            return List.of(Condition.ALWAYS);
        }
        List<Condition> any = new ArrayList<>();
        if (!within.given().isEmpty()) {
            any.add(within.condition(unit));
        }
        if (cadre != null) {
            any.add(new Condition(ofCadre + " = ?", List.of(cadre)));
        }
        return List.copyOf(any);
    }

    /** The same as one condition, for queries that find a single row by another index. */
    public Condition condition(String unit, String ofCadre) {
        List<Condition> any = conditions(unit, ofCadre);
        if (any.isEmpty()) {
            return Condition.NEVER;
        }
        return new Condition(
                any.stream().map(Condition::sql).collect(Collectors.joining(" or ", "(", ")")),
                any.stream()
                        .flatMap(condition -> condition.arguments().stream())
                        .toList());
    }

    /** A condition in SQL and what its question marks stand for, in order. */
    public record Condition(String sql, List<String> arguments) {
        static final Condition ALWAYS = new Condition("true", List.of());
        static final Condition NEVER = new Condition("false", List.of());

        public Condition {
            arguments = List.copyOf(arguments);
        }
    }
}
