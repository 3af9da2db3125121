package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Names;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts of every type, with few different values, so that rules meet them. Not always possible in the world. */
final class RandomFacts {
    private static final List<String> DECIMALS =
            List.of("0", "0.1", "0.70", "1", "1.0", "2", "3.5", "79.995", "100", "300", "-4");

    private final Random random;
    private final Names names;
    private final List<String> criteria;

    RandomFacts(Random random, Names names, List<String> criteria) {
        this.random = random;
        this.names = names;
        this.criteria = criteria;
    }

    /** A case file with at most so many facts of the given types. */
    CaseFile caseFile(List<FactType> types, int most) {
        List<CaseFile.Entry> entries = new ArrayList<>();
        Set<String> unique = new HashSet<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            FactType type = pick(types);
            Fact fact = fact(type, "X-" + i);
            String key = Vocabulary.uniqueKey(type.name()).orElseThrow();
            Object value = type.component(key).orElseThrow().of(fact);
            if (unique.add(type.name() + "/" + value)) {
                entries.add(
                        new CaseFile.Entry(fact, type.name().equals("Consulted") || random.nextInt(8) > 0, null, null));
            }
        }
        return Facts.ofEntries(entries);
    }

    private Fact fact(FactType type, String id) {
        Object[] values = type.components().stream()
                .map(component -> component.name().equals("id") ? id : value(component))
                .toArray();
        try {
            Constructor<?> constructor = type.record().getDeclaredConstructors()[0];
            return (Fact) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.name(), e);
        }
    }

    private @Nullable Object value(FactType.Component component) {
        if (component.nullable() && random.nextInt(3) == 0) {
            return null;
        }
        return switch (component.type().kind()) {
            case DECIMAL -> component.count() ? BigDecimal.valueOf(random.nextInt(4)) : new BigDecimal(pick(DECIMALS));
            case TEXT -> text(component.code());
            case TEXTS -> List.of("X-" + random.nextInt(5));
            case DATE -> LocalDate.parse("2026-01-01").plusDays(random.nextInt(4) * 90L);
            case BOOLEAN -> random.nextBoolean();
            case CONSTANT ->
                pick(List.of(
                        Objects.requireNonNull(component.type().enumeration()).getEnumConstants()));
            case FRACTION -> throw new IllegalStateException(component.name());
        };
    }

    private String text(@Nullable CodeKind kind) {
        if (kind == null) {
            return pick(List.of("X-1", "X-2", "a", "优"));
        }
        return switch (kind) {
            case INDICATOR -> pick(names.indicators());
            case FAMILY -> pick(names.families());
            case REGISTER -> pick(names.registers());
            case CRITERION -> pick(criteria);
            case FACT -> "X-" + random.nextInt(12);
            case GRADE -> pick(names.grades());
            case DIMENSION -> pick(names.dimensions());
            case PARAMETER, STRATUM -> "a";
        };
    }

    private <T> T pick(Collection<T> from) {
        List<T> all = from instanceof List<T> list ? list : new ArrayList<>(new TreeSet<>(from));
        return all.get(random.nextInt(all.size()));
    }
}
