package cadre.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cadre.service");

    @Test
    void modules_depend_on_each_other_in_one_direction_and_only_on_what_is_shown() {
        ApplicationModules.of(Service.class).verify();
    }

    @Test
    void only_the_engine_knows_Drools() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..")
                .check(SERVICE);
    }

    @Test
    void releases_and_problems_know_nothing_of_evaluations() {
        noClasses()
                .that()
                .resideInAnyPackage("cadre.service.release..", "cadre.service.problem..", "cadre.service.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cadre.service.evaluation..", "cadre.service.command..")
                .check(SERVICE);
    }

    @Test
    void web_packages_are_used_by_nobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("cadre.service..web")
                .check(SERVICE);
    }
}
