package cadre.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Agreement;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.evaluation.Recount;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inferences;
import cadre.engine.language.RuleFile;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Drools, given printed rules, and the reference, given the tree, come to the same outcomes, byte for byte. */
class AgreementTest {
    private static final int CASE_FILES = 10_000;

    static final ShippedEditions.Shipped SHIPPED = ShippedEditions.of("2026");
    static final Edition EDITION = SHIPPED.edition();
    private static final Evaluator DROOLS = SHIPPED.drools();
    static final Evaluator REFERENCE = SHIPPED.reference();

    @TestFactory
    Stream<DynamicTest> on_ten_thousand_generated_case_files_divided_among_the_editions() {
        List<ShippedEditions.Shipped> editions = ShippedEditions.all();
        int each = (CASE_FILES + editions.size() - 1) / editions.size();
        return editions.stream()
                .map(shipped -> DynamicTest.dynamicTest(
                        each + " case files of " + shipped.edition().code(), () -> agree(shipped, each)));
    }

    private static void agree(ShippedEditions.Shipped shipped, int caseFiles) {
        Agreement agreement = new Agreement(shipped.drools(), shipped.reference());
        CaseFileGenerator generator = new CaseFileGenerator(shipped.edition());
        for (long seed = 0; seed < caseFiles; seed++) {
            CaseFile caseFile = generator.generate(seed);
            assertThat(agreement.difference(caseFile, FiringLimits.DEFAULT))
                    .as("case file of seed %d", seed)
                    .isEmpty();
            Recount.check(OutcomeJson.write(shipped.drools().evaluate(caseFile)));
        }
    }

    @Test
    void whatever_the_order_of_facts_and_of_rule_files() {
        List<RuleFile> files = new ArrayList<>(EDITION.files());
        Collections.reverse(files);
        files.replaceAll(AgreementTest::reversed);
        Evaluator reordered = evaluator(drools(with(files, EDITION.parameters())));
        CaseFileGenerator generator = new CaseFileGenerator(EDITION);
        for (long seed = 0; seed < 500; seed++) {
            CaseFile caseFile = generator.generate(seed);
            List<CaseFile.Entry> shuffled = new ArrayList<>(caseFile.entries());
            Collections.shuffle(shuffled, new Random(seed));
            CaseFile same = new CaseFile(caseFile.cadre(), caseFile.appraisal(), shuffled);

            assertThat(OutcomeJson.write(reordered.evaluate(same)))
                    .as("case file of seed %d", seed)
                    .isEqualTo(OutcomeJson.write(DROOLS.evaluate(caseFile)));
        }
    }

    private static RuleFile reversed(RuleFile file) {
        List<cadre.engine.language.Rule> rules = new ArrayList<>(file.rules());
        Collections.reverse(rules);
        return new RuleFile(file.name(), rules);
    }

    static Evaluator evaluator(Inferences inferences) {
        return new Evaluator(EDITION, inferences, Map.of());
    }

    static Inferences reference(Edition edition) {
        return (day, limits) -> new ReferenceInference(edition, day, limits);
    }

    static Inferences drools(Edition edition) {
        return Rulebook.load(Rulebook.compile(edition, Map.of()), edition).inferences();
    }

    static Edition with(List<RuleFile> files, Map<String, Edition.ParameterLine> parameters) {
        return new Edition(
                EDITION.code(),
                EDITION.version(),
                EDITION.title(),
                EDITION.from(),
                EDITION.to(),
                EDITION.types(),
                EDITION.levels(),
                EDITION.basis(),
                EDITION.rounding(),
                EDITION.dimensions(),
                EDITION.grades(),
                EDITION.actions(),
                EDITION.registers(),
                parameters,
                EDITION.indicators(),
                files,
                EDITION.digest());
    }
}
