package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks rules that have been read: every word is known, every type fits, nothing a rule concludes from can be missing,
 * a rule sees and writes what its stratum allows, and no join is too large. Rules that pass can be printed for Drools and
 * run by the reference.
 */
public final class RuleChecker {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]{0,15}(-[A-Za-z0-9]{1,24}){1,4}");

    private RuleChecker() {}

    /**
     * Checks all rules of an edition together, for ids are unique in it and findings are named by them.
     *
     * @param files in the order of the edition
     * @param problems where problems are told, file by file and in the order of their places. If it is not empty, some
     *     rule may not have been read; then a criterion that no rule has is not refused
     */
    public static void check(List<RuleFile> files, Names names, Problems problems) {
        Map<String, Place> ids = new HashMap<>();
        Map<String, Place> repeated = new HashMap<>();
        for (RuleFile file : files) {
            for (Rule rule : file.rules()) {
                Place before = ids.putIfAbsent(rule.id(), rule.place());
                if (before != null) {
                    repeated.put(rule.place().toString(), before);
                }
            }
        }
        Codes codes = new Codes(
                names, problems.isEmpty() ? Optional.of(Map.copyOf(ids).keySet()) : Optional.empty());
        for (RuleFile file : files) {
            Problems found = new Problems();
            for (Rule rule : file.rules()) {
                if (found.size() >= Limits.PROBLEMS) {
                    found.add("language.too-many-problems", rule.place(), Limits.PROBLEMS);
                    break;
                }
                Place before = repeated.get(rule.place().toString());
                if (before != null) {
                    found.add("language.repeated-id", rule.place(), rule.id(), before);
                }
                check(rule, codes, found);
            }
            problems.addAll(found.all().stream()
                    .sorted(Comparator.comparingInt((Problem p) -> p.place().line())
                            .thenComparingInt(p -> p.place().column()))
                    .toList());
        }
    }

    /**
     * Checks one rule of an edition, as if it stood there.
     *
     * @param criteria ids of all rules of the edition
     */
    public static void check(Rule rule, Names names, Set<String> criteria, Problems problems) {
        check(rule, new Codes(names, Optional.of(Set.copyOf(criteria))), problems);
    }

    private static void check(Rule rule, Codes codes, Problems found) {
        if (!ID.matcher(rule.id()).matches()) {
            found.add("language.id-form", rule.place(), rule.id());
        }
        Scope scope = new ConditionCheck(rule, codes, found).check();
        new ConclusionCheck(rule, codes, found).check(scope);
        new NotesCheck(rule, codes.names(), found).check(scope);
        JoinCost.check(rule, found);
    }
}
