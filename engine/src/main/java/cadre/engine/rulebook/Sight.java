package cadre.engine.rulebook;

import cadre.engine.facts.FactType;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which classes code generated from rules may see: the vocabulary, plain values, and what Drools writes into it. The
 * classes by which Java reaches files, processes, threads, loaders and itself are not among them.
 */
enum Sight {
    /** What running needs. Foreign code finds no <code>java.lang.Class</code> here, so a literal of it leads nowhere. */
    RUNNING {
        @Override
        boolean allows(String name) {
            return SPOKEN.contains(name)
                    || PLAIN.contains(name)
                    || DROOLS.contains(name)
                    || in(name, "cadre.engine.rulebook.words.")
                    || in(name, "java.util.function.")
                    || in(name, "java.time.")
                    || in(name, "java.time.temporal.")
                    || in(name, "java.time.chrono.")
                    || in(name, "java.time.format.")
                    || (name.startsWith("org.drools.model.") && !name.equals("org.drools.model.Drools"));
        }
    },
    /** What the compiler asks for besides: supertypes and signatures of what running needs. */
    COMPILING {
        @Override
        boolean allows(String name) {
            return RUNNING.allows(name)
                    || SIGNATURES.contains(name)
                    || in(name, "java.lang.constant.")
                    || name.startsWith("org.drools.")
                    || name.startsWith("org.kie.");
        }
    };

    private static final Set<String> SPOKEN = Stream.concat(
                    Stream.of("cadre.engine.facts.Fact", "cadre.engine.facts.Figures", "cadre.engine.facts.Fraction"),
                    Vocabulary.types().stream().flatMap(Sight::namesOf))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PLAIN = Set.of(
            "java.io.Externalizable",
            "java.io.Serializable",
            "java.lang.Boolean",
            "java.lang.CharSequence",
            "java.lang.Comparable",
            "java.lang.Enum",
            "java.lang.Exception",
            "java.lang.IllegalArgumentException",
            "java.lang.Iterable",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Override",
            "java.lang.Record",
            "java.lang.RuntimeException",
            "java.lang.String",
            "java.lang.Throwable",
            "java.lang.invoke.LambdaMetafactory",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.List",
            "java.util.Locale",
            "java.util.Map",
            "java.util.Optional",
            "java.util.Set");

    private static final Set<String> DROOLS = Set.of(
            "org.drools.compiler.kie.builder.MaterializedLambda",
            "org.drools.modelcompiler.dsl.pattern.D",
            "org.drools.modelcompiler.util.EvaluationUtil",
            "org.drools.util.DateUtils");

    private static final Set<String> SIGNATURES = Set.of(
            "java.io.IOException",
            "java.io.ObjectInputStream",
            "java.io.ObjectOutputStream",
            "java.io.ObjectStreamException",
            "java.lang.Class",
            "java.lang.Enum$EnumDesc",
            "java.lang.Error",
            "java.lang.ClassNotFoundException",
            "java.lang.CloneNotSupportedException",
            "java.lang.Cloneable",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.invoke.TypeDescriptor",
            "java.lang.invoke.TypeDescriptor$OfField",
            "java.lang.reflect.AnnotatedElement",
            "java.lang.reflect.GenericDeclaration",
            "java.lang.reflect.Type",
            "java.util.AbstractCollection",
            "java.util.AbstractList",
            "java.util.Comparator",
            "java.util.Iterator",
            "java.util.ListIterator",
            "java.util.RandomAccess",
            "java.util.Spliterator");

    abstract boolean allows(String name);

    private static Stream<String> namesOf(FactType type) {
        return Stream.concat(
                Stream.of(type.record().getName()),
                type.components().stream()
                        .map(FactType.Component::type)
                        .map(ValueType::enumeration)
                        .flatMap(Stream::ofNullable)
                        .map(Class::getName));
    }

    private static boolean in(String name, String packagePrefix) {
        return name.startsWith(packagePrefix) && name.indexOf('.', packagePrefix.length()) < 0;
    }
}
