package cadre.bench.byhand;

import cadre.engine.facts.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The indicators of one case, by what criteria take them for. */
final class Indicators {
    final List<Indicator> speedAndScale = new ArrayList<>();
    final List<Indicator> otherFamilies = new ArrayList<>();
    final List<Indicator> structure = new ArrayList<>();
    final List<Indicator> innovation = new ArrayList<>();
    final List<Indicator> livelihood = new ArrayList<>();
    final List<Indicator> jobTargets = new ArrayList<>();
    final List<Indicator> compared = new ArrayList<>();
    final List<Indicator> quality = new ArrayList<>();
    final List<Indicator> resources = new ArrayList<>();
    private final Map<String, Indicator> byCode = new HashMap<>();

    @Nullable
    Indicator of(String code) {
        return byCode.get(code);
    }

    boolean reported(String code) {
        return byCode.containsKey(code);
    }

    /** Sorts an indicator in; false if no rule looks at it. */
    boolean add(Indicator indicator) {
        byCode.put(indicator.code(), indicator);
        switch (indicator.code()) {
            case "gdp-growth", "industrial-output-growth", "fixed-investment-growth" -> speedAndScale.add(indicator);
            case "services-share" -> {
                otherFamilies.add(indicator);
                structure.add(indicator);
                compared.add(indicator);
            }
            case "high-tech-share" -> {
                otherFamilies.add(indicator);
                structure.add(indicator);
            }
            case "rd-intensity" -> {
                otherFamilies.add(indicator);
                innovation.add(indicator);
                compared.add(indicator);
            }
            case "invention-patents" -> {
                otherFamilies.add(indicator);
                innovation.add(indicator);
            }
            case "resident-income-growth" -> {
                otherFamilies.add(indicator);
                livelihood.add(indicator);
                compared.add(indicator);
            }
            case "urban-jobs", "livelihood-projects" -> {
                otherFamilies.add(indicator);
                livelihood.add(indicator);
            }
            case "petitions-resolved" -> otherFamilies.add(indicator);
            case "job-target-1", "job-target-2", "job-target-3" -> jobTargets.add(indicator);
            case "air-quality-days", "water-quality-share", "forest-coverage" -> quality.add(indicator);
            case "energy-intensity", "water-intensity" -> resources.add(indicator);
            case "debt-ratio",
                    "investment-in-place",
                    "talent-introduced",
                    "talent-retained",
                    "village-residence-days",
                    "poverty-results",
                    "green-development-index",
                    "party-plan",
                    "reserve-cadres-trained" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }
}
