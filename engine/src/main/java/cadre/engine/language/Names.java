package cadre.engine.language;

import cadre.engine.facts.CodeKind;
import cadre.engine.facts.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an edition has names for, so that a typing error in a rule cannot pass for silence.
 *
 * @param parameters whether each is a {@link ValueType#DECIMAL} or a {@link ValueType#FRACTION}
 * @param families of indicators and incidents
 * @param grades codes of grades, without NOT_GRADED
 * @param actions what recommendations may say
 */
public record Names(
        Map<String, ValueType> parameters,
        Set<String> indicators,
        Set<String> families,
        Set<String> registers,
        Set<String> grades,
        Set<String> dimensions,
        Set<String> actions) {
    /** What stands in a result or an earlier year where no grade was given. */
    static final String NOT_GRADED = "NOT_GRADED";

    public Names {
        parameters = Map.copyOf(parameters);
        indicators = Set.copyOf(indicators);
        families = Set.copyOf(families);
        registers = Set.copyOf(registers);
        grades = Set.copyOf(grades);
        dimensions = Set.copyOf(dimensions);
        actions = Set.copyOf(actions);
    }

    /**
     * What a component of this kind may be compared with, if that is a closed list.
     *
     * @param criteria ids of all rules
     */
    Optional<Set<String>> codes(CodeKind kind, Set<String> criteria) {
        return Optional.ofNullable(
                switch (kind) {
                    case INDICATOR -> indicators;
                    case FAMILY -> families;
                    case REGISTER -> registers;
                    case CRITERION -> criteria;
                    case GRADE -> gradesAndNone();
                    case DIMENSION -> dimensions;
                    case PARAMETER -> new TreeMap<>(parameters).keySet();
                    case FACT, STRATUM -> null;
                });
    }

    private Set<String> gradesAndNone() {
        Set<String> all = new TreeSet<>(grades);
        all.add(NOT_GRADED);
        return all;
    }
}
