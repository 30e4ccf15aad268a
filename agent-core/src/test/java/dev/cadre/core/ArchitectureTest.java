package dev.cadre.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as far as they run inside or out of this module. */
@AnalyzeClasses(packages = "dev.cadre.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DEFINITIONS_ALONE = {
        "dev.cadre.core.definition..",
        "dev.cadre.core.diagnostic..",
        "dev.cadre.core.dialect..",
        "dev.cadre.core.registry..",
        "dev.cadre.core.structure.."
    };

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("dev.cadre.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule definitions_do_not_know_runs = noClasses()
            .that()
            .resideInAnyPackage(DEFINITIONS_ALONE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cadre.core", "dev.cadre.core.run..", "dev.cadre.core.session..");

    @ArchTest
    static final ArchRule definitions_see_only_permissions_of_the_tools = noClasses()
            .that()
            .resideInAnyPackage(DEFINITIONS_ALONE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cadre.tools");

    @ArchTest
    static final ArchRule nothing_depends_on_the_facade = noClasses()
            .that()
            .resideInAPackage("dev.cadre.core.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cadre.core");

    @ArchTest
    static final ArchRule the_loop_starts_no_thread_and_reads_no_clock = noClasses()
            .that()
            .haveSimpleName("AgentLoop")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.concurrent\\..*|java\\.lang\\.Thread|java\\.time\\.Clock|java\\.nio\\.file\\..*"
                            + "|java\\.util\\.Random|java\\.util\\.UUID|dev\\.cadre\\.tools\\.(Tool|ToolExecutor)");

    @ArchTest
    static final ArchRule no_class_keeps_mutable_static_state =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule no_class_throws_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule no_class_writes_to_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule names_say_what_a_class_is = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper");
}
