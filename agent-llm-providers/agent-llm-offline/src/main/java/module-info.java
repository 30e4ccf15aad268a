/**
 * The embedded default model: no language model, but extraction that needs no key and no network.
 *
 * <p>Provider id {@code offline}. It reads what a prompt asks for, looks for evidence in the workspace with the tools it
 * was given, and quotes what it found. The same request gives the same answer.
 */
@org.jspecify.annotations.NullMarked
module dev.cadre.llm.offline {
    requires transitive dev.cadre.llm;
    requires dev.cadre.core;
    requires static transitive org.jspecify;

    exports dev.cadre.llm.offline;

    provides dev.cadre.llm.LlmProvider with
            dev.cadre.llm.offline.OfflineProvider;
}
