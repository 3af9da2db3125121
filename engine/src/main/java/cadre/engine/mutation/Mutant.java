package cadre.engine.mutation;

import cadre.engine.edition.Edition;
import java.util.Set;

/**
 * An edition with one small change.
 *
 * @param id names the change by what is changed and how, such as <code>E-03: actual > target -> actual >= target</code>;
 *     independent of where it stands, unique in the edition
 * @param of the rule's id or the parameter's name
 * @param criteria ids of the rules whose meaning changes
 * @param edition with the change
 */
record Mutant(String id, String of, Set<String> criteria, Change change, Edition edition) {
    Mutant {
        criteria = Set.copyOf(criteria);
    }
}
