package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case file lacks, what of it cannot count, and what nobody looks at. */
final class Intake {
    private static final List<String> CODES = List.of("theme", "family", "code");
    private static final Map<Class<?>, FactType.Component> CODE = new HashMap<>();

    static {
        for (FactType type : Vocabulary.types()) {
            for (String name : CODES) {
                type.component(name).ifPresent(component -> CODE.putIfAbsent(type.record(), component));
            }
        }
    }

    private final List<Missing> registers;
    private final List<Missing> indicators;
    private final Attention attention;

    Intake(Edition edition) {
        this.registers = edition.registers().stream()
                .sorted()
                .map(register -> new Missing("register", register, Words.register(register)))
                .toList();
        this.indicators = edition.indicators().values().stream()
                .filter(Edition.IndicatorLine::required)
                .sorted(Comparator.comparing(Edition.IndicatorLine::code))
                .map(line -> new Missing("indicator", line.code(), line.title()))
                .toList();
        this.attention = new Attention(edition.rules(), edition.registers());
    }

    /** A register that was not consulted, or a required indicator without a verified value. */
    record Missing(String kind, String code, Titles title) {
        String what() {
            return kind + ":" + code;
        }
    }

    /** What the case file lacks, registers first, each by its code. */
    List<Missing> missing(CaseFile caseFile) {
        Set<String> asked = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (CaseFile.Entry entry : caseFile.entries()) {
            if (entry.fact() instanceof Consulted consulted) {
                asked.add(consulted.register());
            } else if (entry.verified() && entry.fact() instanceof Indicator indicator) {
                reported.add(indicator.code());
            }
        }
        List<Missing> missing = new ArrayList<>();
        without(asked, registers, missing);
        without(reported, indicators, missing);
        return missing;
    }

    private static void without(Set<String> present, List<Missing> wanted, List<Missing> missing) {
        for (Missing one : wanted) {
            if (!present.contains(one.code())) {
                missing.add(one);
            }
        }
    }

    /** Facts that are not verified, by id. */
    List<Outcome.Exclusion> excluded(CaseFile caseFile) {
        List<Outcome.Exclusion> excluded = new ArrayList<>();
        for (CaseFile.Entry entry : caseFile.entries()) {
            if (!entry.verified()) {
                excluded.add(new Outcome.Exclusion(entry.fact().id(), Outcome.Exclusion.UNVERIFIED));
            }
        }
        excluded.sort(Comparator.comparing(Outcome.Exclusion::fact));
        return excluded;
    }

    /** Ids of verified facts that no rule looks at, sorted. */
    List<String> unused(CaseFile caseFile) {
        List<String> unused = new ArrayList<>();
        for (CaseFile.Entry entry : caseFile.entries()) {
            if (entry.verified() && !attention.on(entry.fact())) {
                unused.add(entry.fact().id());
            }
        }
        Collections.sort(unused);
        return unused;
    }

    /** The theme, family or code of a fact, or the empty text. */
    static String code(Fact fact) {
        FactType.@Nullable Component component = CODE.get(fact.getClass());
        Object value = component == null ? null : component.of(fact);
        if (value == null) {
            return "";
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
