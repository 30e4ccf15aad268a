package dev.cadre.llm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The ground floor of the house. */
@AnalyzeClasses(packages = "dev.cadre.llm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_words_of_a_model_call_need_the_jdk_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.cadre.llm", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule no_class_keeps_mutable_static_state =
            fields().that().areStatic().should().beFinal();
}
