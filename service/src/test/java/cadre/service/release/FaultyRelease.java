package cadre.service.release;

import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.Inference;
import cadre.engine.inference.RuleFailed;
import cadre.engine.reference.ReferenceInference;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Carries a release with faults planted in what stands for Drools. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultyRelease {
    /** A cadre for whom a rule fails. */
    public static final String FAILS = "C-FAILS";

    /** Criterion that the faulty engine overlooks. */
    public static final String OVERLOOKED = "E-03";

    @Bean
    @Primary
    CarriedReleases faulty() throws Refused {
        Release sound = new CarriedReleases()
                .releases().stream()
                        .filter(release -> release.isCalled("2026"))
                        .findFirst()
                        .orElseThrow();
        Edition edition = sound.edition();
        return new CarriedReleases(List.of(new Release(
                sound.sources(), edition, (day, limits) -> new Faulty(new ReferenceInference(edition, day, limits)))));
    }

    private record Faulty(Inference inference) implements Inference {
        @Override
        public void insert(Fact fact) {
            if (fact instanceof Cadre cadre && cadre.id().equals(FAILS)) {
                throw new RuleFailed(OVERLOOKED, "inference.negative-points", "-5");
            }
            inference.insert(fact);
        }

        @Override
        public List<Firing> fire(Stratum stratum) {
            return inference.fire(stratum).stream()
                    .filter(firing -> !firing.rule().id().equals(OVERLOOKED))
                    .toList();
        }

        @Override
        public void close() {
            inference.close();
        }
    }
}
