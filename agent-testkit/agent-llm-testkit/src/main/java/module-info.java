/** What tests of agents and providers use in place of a model: a scripted client, and a server for wire formats. */
@org.jspecify.annotations.NullMarked
module dev.cadre.llm.testkit {
    requires transitive dev.cadre.llm;
    requires static transitive org.jspecify;
    requires org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports dev.cadre.llm.testkit;
    exports dev.cadre.llm.testkit.cassette;
    exports dev.cadre.llm.testkit.wire;

    opens dev.cadre.llm.testkit to
            org.junit.platform.commons;
    opens dev.cadre.llm.testkit.wire to
            org.junit.platform.commons;
}
