/**
 * The words of one model call, and the SPI of LLM providers.
 *
 * <p>Depends on nothing but the JDK. A provider author needs this module only; a tool author sees the same words.
 */
@org.jspecify.annotations.NullMarked
module dev.cadre.llm {
    requires static transitive org.jspecify;

    exports dev.cadre.llm;

    uses dev.cadre.llm.LlmProvider;
}
