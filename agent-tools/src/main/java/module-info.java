/**
 * Permission-checked tools: the tool SPI, the permission engine, the sandbox and the built-in tools.
 *
 * <p>Only {@link dev.cadre.tools.ToolExecutor} runs a tool, and it decides the permission itself.
 */
@org.jspecify.annotations.NullMarked
module dev.cadre.tools {
    requires transitive dev.cadre.llm;
    requires static transitive org.jspecify;
    requires com.fasterxml.classmate;
    requires com.github.victools.jsonschema.generator;
    requires com.github.victools.jsonschema.module.jakarta.validation;
    requires jakarta.validation;
    requires java.logging;
    requires org.hibernate.validator;
    requires re2j;
    requires tools.jackson.databind;

    exports dev.cadre.tools;
    exports dev.cadre.tools.permission;

    opens dev.cadre.tools.builtin to
            org.hibernate.validator;
}
