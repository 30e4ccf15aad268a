/**
 * Permission-checked tools: the tool SPI, the permission engine, the sandbox and the built-in tools.
 *
 * <p>Only {@code ToolExecutor} runs a tool, and it decides the permission itself.
 */
@org.jspecify.annotations.NullMarked
module dev.cadre.tools {
    requires transitive dev.cadre.llm;
    requires static transitive org.jspecify;

    exports dev.cadre.tools;
    exports dev.cadre.tools.permission;
}
