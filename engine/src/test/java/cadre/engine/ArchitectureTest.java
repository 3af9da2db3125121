package cadre.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walls of the house: what each room of the engine may look into. */
class ArchitectureTest {
    private static final String ENGINE = "cadre.engine.";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cadre.engine");

    /** Every room with those it stands on; a room uses only what is named before it. */
    private static final List<Room> HOUSE = List.of(
            new Room("document"),
            new Room("facts", "document"),
            new Room("language", "facts", "document"),
            new Room("edition", "language", "facts", "document"),
            new Room("archive", "edition", "document"),
            new Room("wording", "edition", "language", "facts"),
            new Room("casefile", "edition", "facts", "document"),
            new Room("inference", "edition", "language", "facts", "document"),
            new Room("reference", "inference", "edition", "language", "facts"),
            new Room("rulebook", "inference", "edition", "language", "facts", "document"),
            new Room("evaluation", "inference", "casefile", "edition", "language", "facts", "document"),
            new Room(
                    "cases",
                    "evaluation",
                    "reference",
                    "rulebook",
                    "inference",
                    "casefile",
                    "edition",
                    "language",
                    "facts",
                    "document"),
            new Room(
                    "mutation",
                    "cases",
                    "evaluation",
                    "reference",
                    "inference",
                    "casefile",
                    "edition",
                    "language",
                    "facts",
                    "document"),
            new Room("catalogue", "cases", "wording", "edition", "language", "facts"),
            new Room("difference", "cases", "wording", "edition", "language", "facts"),
            new Room(
                    "impact",
                    "difference",
                    "evaluation",
                    "inference",
                    "casefile",
                    "wording",
                    "edition",
                    "language",
                    "facts",
                    "document"),
            new Room("drafting", "edition", "language", "document"),
            new Room("released", "cases", "evaluation", "inference", "casefile", "edition", "document"),
            new Room(
                    "check",
                    "released",
                    "mutation",
                    "cases",
                    "evaluation",
                    "reference",
                    "rulebook",
                    "inference",
                    "casefile",
                    "edition",
                    "language",
                    "facts",
                    "document"));

    @Test
    void only_the_rulebook_knows_drools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..", "org.mvel..", "org.mvel2..")
                .check(PRODUCTION);
    }

    @Test
    void the_engine_runs_without_spring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..")
                .check(PRODUCTION);
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("cadre.engine.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void every_package_uses_only_what_it_stands_on() {
        for (Room room : HOUSE) {
            classes()
                    .that()
                    .resideInAPackage(ENGINE + room.name() + "..")
                    .should()
                    .onlyDependOnClassesThat(outsideTheEngineOr(room))
                    .because(room.name() + " stands on " + room.standsOn())
                    .allowEmptyShould(true)
                    .check(PRODUCTION);
        }
    }

    @Test
    void every_package_has_its_place_in_the_house() {
        Set<String> known = HOUSE.stream().map(Room::name).collect(Collectors.toSet());
        Set<String> present = new TreeSet<>();
        PRODUCTION.forEach(type -> present.add(roomOf(type)));

        assertThat(present).isSubsetOf(known);
    }

    @Test
    void the_house_names_every_room_before_those_that_stand_on_it() {
        List<String> earlier = new ArrayList<>();
        for (Room room : HOUSE) {
            assertThat(earlier).containsAll(room.standsOn());
            earlier.add(room.name());
        }
    }

    private static DescribedPredicate<JavaClass> outsideTheEngineOr(Room room) {
        return DescribedPredicate.describe(
                "are outside the engine, in " + room.name() + " or in what it stands on",
                type -> !type.getPackageName().startsWith(ENGINE)
                        || roomOf(type).equals(room.name())
                        || room.standsOn().contains(roomOf(type)));
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring(ENGINE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private record Room(String name, Set<String> standsOn) {
        Room(String name, String... standsOn) {
            this(name, Set.of(standsOn));
        }
    }
}
