package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFile.Entry;
import cadre.engine.edition.Edition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Level;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.PromotionCheck;
import cadre.engine.facts.PromotionStep;
import cadre.engine.facts.Vocabulary;
import cadre.engine.facts.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes case files by chance for an edition: each is one that the edition judges and the case-file reader admits, dense
 * enough for rules to fire, with values on and beside the edition's own thresholds. The same seed gives the same case.
 */
public final class CaseFileGenerator {
    /** Facts that speak against a cadre, or stop a grade. */
    private static final Set<String> BURDENS = Set.of(
            "Sanction",
            "Lead",
            "Incident",
            "PoliticalFinding",
            "Investigation",
            "Kinship",
            "StyleAssessment",
            "Absence");

    private final Edition edition;
    private final Mentioned mentioned;
    private final Draw.Thresholds thresholds;

    public CaseFileGenerator(Edition edition) {
        this.edition = edition;
        this.mentioned = new Mentioned(edition);
        this.thresholds = Draw.Thresholds.of(edition);
    }

    /** The case file of a seed. */
    public CaseFile generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Making(new Draw(random, appraisal(random), thresholds)).caseFile();
    }

    /** A period of one year whose last day lies in force; half of the time the last day of the edition's first year. */
    private Appraisal appraisal(SplittableRandom random) {
        LocalDate end = edition.from().plusYears(1).minusDays(1);
        LocalDate to = edition.to();
        LocalDate last = to != null && to.isBefore(end) ? to : end;
        if (random.nextBoolean()) {
            last = edition.from()
                    .plusDays(random.nextLong(last.toEpochDay() - edition.from().toEpochDay() + 1));
        }
        List<AppraisalType> types = edition.types().isEmpty() ? List.of(AppraisalType.values()) : edition.types();
        return new Appraisal(
                types.get(random.nextInt(types.size())), last.plusDays(1).minusYears(1), last);
    }

    private final class Making {
        private final Draw draw;
        private final FactDraw facts;
        private final List<Entry> entries = new ArrayList<>();

        Making(Draw draw) {
            this.draw = draw;
            this.facts = new FactDraw(edition, draw, mentioned.texts());
        }

        CaseFile caseFile() {
            Vocabulary.lists().forEach(this::list);
            return new CaseFile(cadre(), draw.appraisal(), inOrder());
        }

        private Cadre cadre() {
            List<Level> levels = edition.levels().isEmpty() ? Arrays.asList(Level.values()) : edition.levels();
            return new Cadre(
                    "C-" + draw.between(1, 9_999),
                    "county-head",
                    draw.one(levels),
                    "U-" + draw.between(1, 99),
                    draw.chance(60),
                    draw.chance(5));
        }

        private void list(String name, FactType type) {
            if (type.record().equals(Consulted.class)) {
                edition.registers().stream()
                        .filter(register -> draw.complete() || draw.chance(100, 85, 70))
                        .forEach(this::consulted);
            } else if (type.record().equals(Indicator.class)) {
                edition.indicators().values().stream()
                        .filter(line ->
                                line.required() ? draw.complete() || draw.chance(100, 90, 80) : draw.chance(95, 50, 50))
                        .forEach(line -> add(name, type, Map.of("code", line.code(), "unit", line.unit())));
            } else if (type.record().equals(PeerFigure.class)) {
                edition.indicators().keySet().stream()
                        .filter(code -> draw.chance(20))
                        .forEach(code -> add(name, type, Map.of("code", code)));
            } else if (type.record().equals(PromotionCheck.class)) {
                promotion(name, type);
            } else if (!type.record().equals(Waiver.class)) {
                for (int i = count(type); i > 0; i--) {
                    add(name, type, codes(type));
                }
            }
        }

        /** A promotion is prepared in steps, of which few are left out. */
        private void promotion(String name, FactType type) {
            if (draw.chance(60)) {
                Arrays.stream(PromotionStep.values())
                        .filter(step -> draw.chance(95, 80, 70))
                        .forEach(step -> add(
                                name,
                                type,
                                Map.of(
                                        "step",
                                        step,
                                        "on",
                                        draw.dayFrom(draw.appraisal().from()))));
            }
        }

        private int count(FactType type) {
            boolean burden = BURDENS.contains(type.name());
            if (!mentioned.anywhere(type.name()) || (burden && !draw.chance(5, 40, 100))) {
                return draw.chance(5) ? 1 : 0;
            }
            int count = draw.one(List.of(0, 0, 1, 1, 1, 2, 2, 3, 5));
            return burden ? count : count + (draw.chance(90, 30, 0) ? 1 : 0);
        }

        private Map<String, Object> codes(FactType type) {
            return type.component("code").isPresent() && !edition.indicators().isEmpty()
                    ? Map.of("code", draw.one(List.copyOf(edition.indicators().keySet())))
                    : Map.of();
        }

        private void consulted(String register) {
            LocalDate on = draw.complete() ? draw.dayFrom(draw.appraisal().to()) : draw.day();
            entries.add(new Entry(new Consulted(register, "office", on), true, null, null));
        }

        private void add(String list, FactType type, Map<String, Object> set) {
            Map<String, Object> values = new HashMap<>(set);
            values.put("id", list + "-" + (entries.size() + 1));
            Fact fact = facts.fact(type, values);
            if (fact instanceof PriorGrade prior && appraised(prior.year())) {
                return;
            }
            entries.add(new Entry(
                    fact,
                    draw.complete() || draw.chance(100, 85, 85),
                    draw.chance(50) ? "office" : null,
                    draw.chance(50) ? "document" : null));
        }

        private boolean appraised(BigDecimal year) {
            return entries.stream()
                    .anyMatch(entry -> entry.fact() instanceof PriorGrade prior
                            && prior.year().compareTo(year) == 0);
        }

        /** Waivers name facts, so they are drawn last; in the file they keep their place. */
        private List<Entry> inOrder() {
            List<Entry> reported = List.copyOf(entries);
            Vocabulary.lists().forEach((name, type) -> {
                if (type.record().equals(Waiver.class) && !edition.criteria().isEmpty()) {
                    for (int i = draw.between(0, 2); i > 0; i--) {
                        waiver(name, type, reported);
                    }
                }
            });
            return Vocabulary.lists().values().stream()
                    .flatMap(type -> entries.stream()
                            .filter(entry -> entry.fact().getClass().equals(type.record())))
                    .toList();
        }

        private void waiver(String name, FactType type, List<Entry> reported) {
            String criterion = draw.one(edition.criteria());
            List<Fact> named = reported.stream()
                    .map(Entry::fact)
                    .filter(fact -> !(fact instanceof Consulted))
                    .toList();
            List<Fact> fitting = named.stream()
                    .filter(fact ->
                            mentioned.types(criterion).contains(fact.getClass().getSimpleName()))
                    .toList();
            if (!named.isEmpty()) {
                Map<String, Object> values = new HashMap<>();
                values.put("criterion", criterion);
                values.put("fact", draw.one(fitting.isEmpty() ? named : fitting).id());
                for (String ground :
                        List.of("motive", "conditions", "procedure", "nature", "consequences", "recovery")) {
                    values.put(ground, draw.chance(95));
                }
                add(name, type, values);
            }
        }
    }
}
