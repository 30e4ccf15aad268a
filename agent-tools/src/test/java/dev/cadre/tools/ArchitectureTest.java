package dev.cadre.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as far as they run inside or out of this module. */
@AnalyzeClasses(packages = "dev.cadre.tools", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule tools_do_not_know_the_core =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.cadre.core..");

    @ArchTest
    static final ArchRule permissions_do_not_know_tools = noClasses()
            .that()
            .resideInAPackage("dev.cadre.tools.permission")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cadre.tools", "dev.cadre.tools.builtin..", "dev.cadre.tools.sandbox..");

    @ArchTest
    static final ArchRule permissions_touch_no_file_and_no_network = noClasses()
            .that()
            .resideInAPackage("dev.cadre.tools.permission")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.io..");

    @ArchTest
    static final ArchRule only_the_executor_performs_actions = noClasses()
            .that()
            .doNotHaveSimpleName("ToolExecutor")
            .should()
            .callMethod(ToolAction.class, "perform", ToolContext.class);

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
