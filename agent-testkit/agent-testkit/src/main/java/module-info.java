/** What tests of agents use: a bench with a temporary workspace and fakes, assertions, and tests of definitions. */
@org.jspecify.annotations.NullMarked
module dev.cadre.testkit {
    requires transitive dev.cadre.core;
    requires transitive dev.cadre.llm.testkit;
    requires static transitive org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.cadre.testkit;
}
