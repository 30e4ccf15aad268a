/**
 * Agent definitions, the loop that runs them, and the Agent facade.
 *
 * <p>Definitions alone serve editors and build plugins: nothing in {@code dev.cadre.core.definition} and its siblings
 * depends on the loop.
 */
@org.jspecify.annotations.NullMarked
module dev.cadre.core {
    requires transitive dev.cadre.llm;
    requires transitive dev.cadre.tools;
    requires static transitive org.jspecify;
    requires static transitive jakarta.validation;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires tools.jackson.core;
    requires java.logging;
    requires org.hibernate.validator;
    requires tools.jackson.dataformat.toml;
    requires tools.jackson.dataformat.yaml;

    exports dev.cadre.core;
    exports dev.cadre.core.convert;
    exports dev.cadre.core.definition;
    exports dev.cadre.core.diagnostic;
    exports dev.cadre.core.dialect;
    exports dev.cadre.core.registry;
    exports dev.cadre.core.run;
    exports dev.cadre.core.structure;

    opens dev.cadre.core.definition to
            org.hibernate.validator;
}
