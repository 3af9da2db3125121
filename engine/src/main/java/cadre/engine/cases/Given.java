package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case gives, component by component, so that two cases can be held against each other.
 *
 * <p>Two cases differ in one component if one value of one fact differs, whether it was verified included, or if one of them
 * has a fact that the other lacks. No component of its own is what says nothing more: an id, which only names the fact; the
 * unit of an indicator, which follows from its code; source and evidence, which no rule sees.
 */
final class Given {
    private static final Set<String> NAMES_ONLY = Set.of("id", "unit");
    private static final String VERIFIED = "verified";

    private final Map<String, List<Told>> facts = new LinkedHashMap<>();

    /** A fact as its components tell it; what is missing is not among them. */
    private record Told(String id, Map<String, String> components) {}

    Given(CaseFile file) {
        add(file.cadre(), true);
        add(file.appraisal(), true);
        file.entries().forEach(entry -> add(entry.fact(), entry.verified()));
    }

    private void add(Fact fact, boolean verified) {
        FactType type = Vocabulary.type(fact);
        Map<String, String> components = new LinkedHashMap<>();
        for (FactType.Component component : type.components()) {
            Object value = component.of(fact);
            if (value != null && !names(type, component.name())) {
                components.put(component.name(), text(value));
            }
        }
        if (!(fact instanceof Consulted)) {
            components.put(VERIFIED, String.valueOf(verified));
        }
        facts.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(new Told(fact.id(), components));
    }

    /** Who a cadre is and where, a rule may ask; what a record is called, it may not tell facts apart by. */
    private static boolean names(FactType type, String component) {
        return NAMES_ONLY.contains(component) && !(type.name().equals("Cadre") && component.equals("unit"));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /**
     * In how many components this differs from another.
     *
     * @param most where counting may stop
     */
    int differences(Given other, int most) {
        int count = 0;
        for (String type : types(other)) {
            count += Unlike.of(facts(type), other.facts(type)).count();
            if (count >= most) {
                return most;
            }
        }
        return count;
    }

    /** Each difference, this first and the other second: <code>leads-1.severity: MAJOR / GRAVE</code>; a dash is nothing. */
    List<String> differences(Given other) {
        List<String> told = new ArrayList<>();
        types(other).forEach(type -> Unlike.of(facts(type), other.facts(type)).tell(told));
        return told;
    }

    private Set<String> types(Given other) {
        Set<String> types = new LinkedHashSet<>(facts.keySet());
        types.addAll(other.facts.keySet());
        return types;
    }

    private List<Told> facts(String type) {
        return facts.getOrDefault(type, List.of());
    }

    /** What remains of the facts of one type when those that are alike are taken away. */
    private record Unlike(List<Told> here, List<Told> there) {
        static Unlike of(List<Told> some, List<Told> others) {
            List<Told> here = new ArrayList<>();
            List<Told> there = new ArrayList<>(others);
            for (Told fact : some) {
                if (!removeLike(there, fact)) {
                    here.add(fact);
                }
            }
            return new Unlike(here, there);
        }

        private static boolean removeLike(List<Told> from, Told fact) {
            for (int i = 0; i < from.size(); i++) {
                if (from.get(i).components().equals(fact.components())) {
                    from.remove(i);
                    return true;
                }
            }
            return false;
        }

        int count() {
            if (here.size() == 1 && there.size() == 1) {
                return unlike(here.get(0), there.get(0)).size();
            }
            return tell(new ArrayList<>()).size();
        }

        /** Facts are compared with what is left of the other side that they are most like. */
        List<String> tell(List<String> told) {
            List<Told> left = new ArrayList<>(there);
            for (Told fact : here) {
                Told nearest = null;
                for (Told candidate : left) {
                    if (nearest == null
                            || unlike(fact, candidate).size()
                                    < unlike(fact, nearest).size()) {
                        nearest = candidate;
                    }
                }
                if (nearest == null) {
                    told.add(fact.id() + " / -");
                } else {
                    left.remove(nearest);
                    Told other = nearest;
                    unlike(fact, other)
                            .forEach(component -> told.add(fact.id() + "." + component + ": "
                                    + shown(fact.components().get(component)) + " / "
                                    + shown(other.components().get(component))));
                }
            }
            left.forEach(fact -> told.add("- / " + fact.id()));
            return told;
        }

        private static List<String> unlike(Told one, Told other) {
            Set<String> names = new LinkedHashSet<>(one.components().keySet());
            names.addAll(other.components().keySet());
            return names.stream()
                    .filter(name -> !Objects.equals(
                            one.components().get(name), other.components().get(name)))
                    .toList();
        }

        private static String shown(@Nullable String value) {
            return value == null ? "-" : value;
        }
    }
}
