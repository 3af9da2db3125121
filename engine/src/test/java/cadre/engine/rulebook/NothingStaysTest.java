package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CaseRun;
import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rulebook that nobody uses any more is gone, with its class loader and its classes. */
class NothingStaysTest {
    private static final int COLLECTIONS = 10;
    private static final EditionSources TERM = EditionSources.read(Path.of("..", "rules", "2026-term"), new Problems())
            .orElseThrow();
    private static final Edition EDITION =
            EditionReader.read(TERM, new Problems()).orElseThrow();
    private static final List<Scenario> CASES = CasesReader.read(TERM, EDITION, new Problems());

    @Test
    void of_rulebooks_loaded_used_and_dropped_no_class_stays() throws Refused {
        Kjar kjar = Rulebook.compile(EDITION, TERM.files());
        int classes = classesAfter(use(kjar, 3));

        int later = classesAfter(use(kjar, 40));

        assertThat(later).isLessThanOrEqualTo(classes + classes / 20);
    }

    @Test
    void of_rulebooks_compiled_and_dropped_no_class_stays() throws Refused {
        int classes = classesAfter(compileAndUse(2));

        int later = classesAfter(compileAndUse(8));

        assertThat(later).isLessThanOrEqualTo(classes + classes / 20);
    }

    private static List<WeakReference<Rulebook>> use(Kjar kjar, int times) throws Refused {
        List<WeakReference<Rulebook>> used = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Rulebook rulebook = Rulebook.load(Kjar.of(kjar.bytes()));
            Evaluator evaluator = new Evaluator(EDITION, rulebook.inferences(), Map.of());
            assertThat(CaseRun.of(EDITION, CASES.subList(0, 20), evaluator::evaluate)
                            .mismatches())
                    .isEmpty();
            used.add(new WeakReference<>(rulebook));
        }
        return used;
    }

    private static List<WeakReference<Rulebook>> compileAndUse(int times) throws Refused {
        List<WeakReference<Rulebook>> used = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            used.addAll(use(Rulebook.compile(EDITION, TERM.files()), 1));
        }
        return used;
    }

    /** How many classes are loaded once none of these is there any more. */
    private static int classesAfter(List<WeakReference<Rulebook>> used) {
        for (int i = 0; i < COLLECTIONS && used.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
        }
        assertThat(used).allMatch(one -> one.get() == null);
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
