/** What tests of agents and providers use in place of a model: a scripted client, and a server for wire formats. */
@org.jspecify.annotations.NullMarked
module dev.cadre.llm.testkit {
    requires transitive dev.cadre.llm;
    requires static transitive org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports dev.cadre.llm.testkit;
    exports dev.cadre.llm.testkit.wire;
}
