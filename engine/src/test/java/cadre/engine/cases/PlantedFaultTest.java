package cadre.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Agreement;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inferences;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A fault in one of the two that must agree does not pass: else their agreement would mean little. */
class PlantedFaultTest {
    private static final Edition EDITION = AgreementTest.EDITION;
    private static final int CASE_FILES = 2_000;

    @Test
    void a_comparison_turned_round_is_found_in_every_rule_that_compares() {
        assertThat(missed(Fault::opposite)).isEmpty();
    }

    @Test
    void a_wrong_sign_is_found_in_every_rule_that_gives_points() {
        assertThat(missed(Fault::sign)).isEmpty();
    }

    @Test
    void a_parameter_that_is_one_hundredth_off_in_what_drools_runs_is_found() {
        String name = "ecological.incident.deduction";
        Map<String, Edition.ParameterLine> parameters = new HashMap<>(EDITION.parameters());
        parameters.computeIfPresent(
                name,
                (key, line) -> new Edition.ParameterLine(
                        name,
                        line.title(),
                        line.unit(),
                        line.values().stream()
                                .map(dated -> new Edition.DatedValue(
                                        dated.from(),
                                        ((BigDecimal) dated.value()).add(new BigDecimal("0.01")),
                                        dated.reference()))
                                .toList()));
        assertThat(found(AgreementTest.drools(AgreementTest.with(EDITION.files(), parameters))))
                .isTrue();
    }

    @Test
    void a_comparison_turned_round_in_what_drools_runs_is_found() {
        Rule rule = EDITION.rules().stream()
                .filter(one -> one.id().equals("E-03"))
                .findFirst()
                .orElseThrow();
        assertThat(found(AgreementTest.drools(with(rule, Fault.opposite(rule)))))
                .isTrue();
    }

    private static List<String> missed(UnaryOperator<Rule> fault) {
        List<String> missed = new ArrayList<>();
        int planted = 0;
        for (Rule rule : EDITION.rules()) {
            Rule faulty = fault.apply(rule);
            if (!faulty.equals(rule)) {
                planted++;
                if (!found(AgreementTest.reference(with(rule, faulty)))) {
                    missed.add(rule.id());
                }
            }
        }
        assertThat(planted).isGreaterThan(20);
        return missed;
    }

    private static boolean found(Inferences faulty) {
        Agreement agreement = new Agreement(AgreementTest.REFERENCE, AgreementTest.evaluator(faulty));
        CaseFileGenerator generator = new CaseFileGenerator(EDITION);
        return Stream.concat(
                        AgreementTest.SHIPPED.cases().stream().map(Scenario::given),
                        LongStream.range(0, CASE_FILES).mapToObj(generator::generate))
                .anyMatch(caseFile ->
                        agreement.difference(caseFile, FiringLimits.DEFAULT).isPresent());
    }

    private static Edition with(Rule rule, Rule faulty) {
        List<RuleFile> files = EDITION.files().stream()
                .map(file -> new RuleFile(
                        file.name(),
                        file.rules().stream()
                                .map(other -> other.equals(rule) ? faulty : other)
                                .toList()))
                .toList();
        return AgreementTest.with(files, EDITION.parameters());
    }
}
