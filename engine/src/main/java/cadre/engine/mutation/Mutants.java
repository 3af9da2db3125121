package cadre.engine.mutation;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.EditionSources;
import cadre.engine.facts.Fraction;
import cadre.engine.language.Condition;
import cadre.engine.language.Names;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleChecker;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleText;
import cadre.engine.mutation.Change.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every small change to an edition that its cases should notice. */
final class Mutants {
    /** What a changed rule may be refused for and still be run: it costs more, or its sentence has a gap. */
    private static final Set<String> HARMLESS =
            Set.of("language.join-too-large", "language.unknown-placeholder", "language.at-most-without-points");

    private final Edition edition;
    private final Names names;
    private final Set<String> criteria;

    private Mutants(Edition edition) {
        this.edition = edition;
        this.names = edition.names();
        this.criteria = Set.copyOf(edition.criteria());
    }

    /**
     * Rule by rule in the edition's order, then parameter by parameter. Made when they are asked for. Changes that the
     * language refuses are left out, and so are those that give a rule which another change has given already.
     */
    static Stream<Mutant> of(Edition edition) {
        Mutants mutants = new Mutants(edition);
        return Stream.concat(
                edition.rules().stream().flatMap(mutants::of),
                edition.parameters().values().stream().flatMap(mutants::of));
    }

    private Stream<Mutant> of(Rule rule) {
        Set<String> known = new HashSet<>(Set.of(RuleText.of(rule)));
        Map<String, Integer> repeated = new HashMap<>();
        return variants(rule)
                .filter(v -> isAllowed(v.value()))
                .filter(v -> known.add(RuleText.of(v.value())))
                .map(v -> {
                    String id = id(rule.id(), v.change());
                    int times = repeated.merge(id, 1, Integer::sum);
                    return new Mutant(
                            times == 1 ? id : id + " (" + times + ")",
                            rule.id(),
                            Set.of(rule.id()),
                            v.change(),
                            with(rule, v.value()));
                });
    }

    private static String id(String of, Change change) {
        return of + ": " + change.from() + (change.to().isEmpty() ? " left out" : " -> " + change.to());
    }

    private static Stream<Variant<Rule>> variants(Rule rule) {
        return Stream.concat(
                ConditionVariants.of(rule.when(), true)
                        .map(v -> v.within(when -> new Rule(
                                rule.id(),
                                rule.notes(),
                                rule.stratum(),
                                when,
                                rule.then(),
                                rule.place(),
                                rule.source()))),
                ConclusionVariants.of(rule.then())
                        .map(v -> v.within(then -> new Rule(
                                rule.id(),
                                rule.notes(),
                                rule.stratum(),
                                rule.when(),
                                then,
                                rule.place(),
                                rule.source()))));
    }

    private boolean isAllowed(Rule rule) {
        Problems problems = new Problems();
        RuleChecker.check(rule, names, criteria, problems);
        return problems.all().stream().map(Problem::code).allMatch(HARMLESS::contains);
    }

    private Edition with(Rule rule, Rule changed) {
        List<RuleFile> files = edition.files().stream()
                .map(file -> file.rules().contains(rule)
                        ? new RuleFile(
                                file.name(),
                                file.rules().stream()
                                        .map(other -> other.equals(rule) ? changed : other)
                                        .toList())
                        : file)
                .toList();
        return edition.with(files, edition.parameters());
    }

    private Stream<Mutant> of(ParameterLine parameter) {
        Set<String> readers = readers(parameter.name());
        if (readers.isEmpty()) {
            return Stream.empty();
        }
        List<DatedValue> values = parameter.values();
        return Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .filter(i -> holdsInForce(values, i))
                .flatMap(i -> moved(values.get(i).value()).map(value -> of(parameter, i, value, readers)));
    }

    private Mutant of(ParameterLine parameter, int i, Object value, Set<String> readers) {
        DatedValue dated = parameter.values().get(i);
        List<DatedValue> values = new ArrayList<>(parameter.values());
        values.set(i, new DatedValue(dated.from(), value, dated.reference()));
        Map<String, ParameterLine> parameters = new LinkedHashMap<>(edition.parameters());
        parameters.put(
                parameter.name(),
                new ParameterLine(parameter.name(), parameter.title(), parameter.unit(), List.copyOf(values)));
        Change change = new Change(
                Kind.PARAMETER,
                plain(dated.value()),
                plain(value),
                Place.at(EditionSources.PARAMETERS, 0, 0).child(parameter.name()));
        String id = parameter.name() + " from " + dated.from() + ": " + change.from() + " -> " + change.to();
        return new Mutant(id, parameter.name(), readers, change, edition.with(edition.files(), parameters));
    }

    private Set<String> readers(String parameter) {
        Set<String> readers = new TreeSet<>();
        for (Rule rule : edition.rules()) {
            boolean given = rule.when().stream()
                    .anyMatch(c -> c instanceof Condition.Given read
                            && read.parameter().equals(parameter));
            if (given || parameter.equals(rule.notes().atMost())) {
                readers.add(rule.id());
            }
        }
        return readers;
    }

    /** Whether the value holds on a day on which the edition is in force. */
    private boolean holdsInForce(List<DatedValue> values, int i) {
        boolean beginsInTime = edition.to() == null || !values.get(i).from().isAfter(edition.to());
        boolean overBefore = i + 1 < values.size() && !values.get(i + 1).from().isAfter(edition.from());
        return beginsInTime && !overBefore;
    }

    /** A decimal one unit of its last place down and up; a fraction with its numerator one less and one more. */
    private static Stream<Object> moved(Object value) {
        if (value instanceof Fraction fraction) {
            return Stream.of(BigInteger.ONE.negate(), BigInteger.ONE)
                    .map(fraction.numerator()::add)
                    .filter(numerator -> numerator.signum() >= 0)
                    .map(numerator -> new Fraction(numerator, fraction.denominator()));
        }
        BigDecimal decimal = (BigDecimal) value;
        return Stream.of(decimal.subtract(decimal.ulp()), decimal.add(decimal.ulp()));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
