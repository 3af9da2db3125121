package cadre.engine.rulebook;

import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Firings;
import cadre.engine.inference.Inference;
import cadre.engine.inference.Inferences;
import cadre.engine.language.Printer;
import cadre.engine.language.Rule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** An edition that Drools can run. For any number of threads; nothing of it stays when it is no longer used. */
public final class Rulebook {
    private static final Pattern MODEL = Pattern.compile("cadre/rules/(e\\d+)/Rules[0-9A-F]{32}\\.class");

    private final Edition edition;
    private final List<Rule> rules;
    private final List<List<String>> variables;
    private final NavigableMap<LocalDate, KieBase> bases;

    private Rulebook(Edition edition, NavigableMap<LocalDate, KieBase> bases) {
        this.edition = edition;
        this.rules = edition.rules();
        this.variables = rules.stream().map(Printer::variables).toList();
        this.bases = bases;
    }

    /**
     * Compiles an edition.
     *
     * @param sources the files it was read from, by path; they go into the kjar as they are
     * @throws RulebookBroken if Drools refuses what was printed
     */
    public static Kjar compile(Edition edition, Map<String, byte[]> sources) {
        demandUtf8();
        Map<String, byte[]> entries = Compilation.of(edition, Epoch.of(edition));
        sources.forEach((path, content) -> entries.put(Kjar.SOURCES + path, content));
        return Kjar.of(entries);
    }

    /**
     * Loads a kjar and the edition in it.
     *
     * @throws Refused if its sources are no edition
     * @throws RulebookBroken if it does not hold exactly the rules of its sources, printed as this engine prints
     */
    public static Rulebook load(Kjar kjar) throws Refused {
        Problems problems = new Problems();
        Optional<Edition> edition = EditionReader.read(kjar.sources(), problems);
        problems.refuse();
        return load(kjar, edition.orElseThrow());
    }

    /**
     * Loads a kjar.
     *
     * @param edition as read from the kjar's sources
     * @throws RulebookBroken if the kjar does not hold exactly the rules of the edition, printed as this engine prints
     */
    public static Rulebook load(Kjar kjar, Edition edition) {
        demandUtf8();
        NavigableMap<LocalDate, KieBase> bases = new TreeMap<>();
        Blinkers loader = new Blinkers(Sight.RUNNING, kjar.entries());
        Map<String, String> models = models(kjar);
        List<Epoch> epochs = Epoch.of(edition);
        for (Epoch epoch : epochs) {
            byte[] printed = epoch.text(edition).getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(printed, kjar.entries().get(epoch.path()))) {
                throw new RulebookBroken("the rules in the kjar are not those of its sources: " + epoch.path());
            }
            String model = models.get(epoch.name());
            if (model == null) {
                throw new RulebookBroken("the kjar has no compiled rules for " + epoch.path());
            }
            bases.put(epoch.from(), base(loader, model, edition));
        }
        return new Rulebook(edition, bases);
    }

    private static Map<String, String> models(Kjar kjar) {
        Map<String, String> models = new HashMap<>();
        for (String name : kjar.entries().keySet()) {
            var model = MODEL.matcher(name);
            if (model.matches()) {
                models.put(model.group(1), name.replace('/', '.').substring(0, name.length() - ".class".length()));
            }
        }
        return models;
    }

    private static KieBase base(ClassLoader loader, String model, Edition edition) {
        KieBase base;
        try {
            base = KieBaseBuilder.createKieBaseFromModel(
                    (Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw new RulebookBroken("cannot load " + model, e);
        }
        List<String> loaded = base.getKiePackages().stream()
                .flatMap(p -> p.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .sorted()
                .toList();
        List<String> written = edition.rules().stream().map(Rule::id).sorted().toList();
        if (!loaded.equals(written)) {
            throw new RulebookBroken("the kjar has the rules " + loaded + ", its sources " + written);
        }
        return base;
    }

    /** On JDK 17 Drools reads and writes rules in the default charset, and Chinese texts would silently never match. */
    private static void demandUtf8() {
        if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            throw new IllegalStateException(
                    "start Java with -Dfile.encoding=UTF-8; the default charset is " + Charset.defaultCharset());
        }
    }

    public Edition edition() {
        return edition;
    }

    /** Runs with bound values. */
    public Inferences inferences() {
        return (day, limits) -> open(day, limits, true);
    }

    /**
     * A new run.
     *
     * @param lastDay of the period; parameters have their values of that day
     * @param record whether firings keep their bound values
     * @throws IllegalArgumentException if the edition is not yet in force on that day
     */
    public Inference open(LocalDate lastDay, FiringLimits limits, boolean record) {
        Map.Entry<LocalDate, KieBase> base = bases.floorEntry(lastDay);
        if (base == null) {
            throw new IllegalArgumentException(edition.code() + " is not in force on " + lastDay);
        }
        return new DroolsInference(
                base.getValue(), new Recording(rules, variables, new Firings(limits), record), edition.code());
    }
}
