/** A scripted model for tests of agents and providers. */
@org.jspecify.annotations.NullMarked
module dev.cadre.llm.testkit {
    requires transitive dev.cadre.llm;
    requires static transitive org.jspecify;

    exports dev.cadre.llm.testkit;
}
