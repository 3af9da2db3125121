package cadre.engine.rulebook;

import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Fact;
import cadre.engine.inference.Firing;
import cadre.engine.inference.Firings;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Rule;
import cadre.engine.rulebook.words.Measured;
import cadre.engine.rulebook.words.Recorder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes down what printed rules announce during one run. */
final class Recording implements Recorder {
    private final List<Rule> rules;
    private final List<List<String>> variables;
    private final Firings firings;
    private final boolean values;

    /**
     * For one run.
     *
     * @param variables names of each rule's variables, in the order of binding
     * @param values whether bound values are kept
     */
    Recording(List<Rule> rules, List<List<String>> variables, Firings firings, boolean values) {
        this.rules = rules;
        this.variables = variables;
        this.firings = firings;
        this.values = values;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Firing> take() {
        return firings.take();
    }

    @Override
    public void fired(int rule, Object[] facts, @Nullable Object[] bound) {
        firings.begin(
                rules.get(rule),
                matched(facts),
                counted(facts),
                values ? new BoundValues(variables.get(rule), bound) : Map.of());
    }

    private static List<String> matched(Object[] facts) {
        String[] ids = new String[facts.length];
        int n = 0;
        for (Object fact : facts) {
            if (fact instanceof Fact matched) {
                ids[n++] = matched.id();
            }
        }
        return List.of(n == ids.length ? ids : Arrays.copyOf(ids, n));
    }

    private static List<String> counted(Object[] facts) {
        TreeSet<String> ids = null;
        for (Object fact : facts) {
            if (fact instanceof Measured measured) {
                TreeSet<String> all = ids == null ? new TreeSet<>() : ids;
                measured.facts()
                        .filter(counted -> !(counted instanceof Cadre || counted instanceof Appraisal))
                        .forEach(counted -> all.add(counted.id()));
                ids = all;
            }
        }
        return ids == null ? List.of() : List.copyOf(ids);
    }

    @Override
    public void award(@Nullable BigDecimal points) {
        firings.conclude(Verb.AWARD, points, null);
    }

    @Override
    public void deduct(@Nullable BigDecimal points) {
        firings.conclude(Verb.DEDUCT, points, null);
    }

    @Override
    public void gate(@Nullable String grade) {
        firings.conclude(Verb.GATE, grade, null);
    }

    @Override
    public void cap(@Nullable String grade) {
        firings.conclude(Verb.CAP, grade, null);
    }

    @Override
    public void flag() {
        firings.conclude(Verb.FLAG, null, null);
    }

    @Override
    public void hold() {
        firings.conclude(Verb.HOLD, null, null);
    }

    @Override
    public void ungraded() {
        firings.conclude(Verb.UNGRADED, null, null);
    }

    @Override
    public void waive(@Nullable String finding, @Nullable BigDecimal share) {
        firings.conclude(Verb.WAIVE, finding, share);
    }

    @Override
    public void recommend(@Nullable String action) {
        firings.conclude(Verb.RECOMMEND, action, null);
    }
}
