package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.tools.permission.ResolvedPath;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Is the context of a run without policy and sandbox. */
public final class FakeToolContext implements ToolContext {

    private final Workspace workspace;
    private final CancellationToken cancellation = CancellationToken.create();
    private final Map<Class<?>, Object> states = new HashMap<>();
    private Predicate<ResolvedPath> readable = path -> true;

    /** Makes a context over a workspace. */
    public FakeToolContext(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Sets which files may be seen. */
    public FakeToolContext readable(Predicate<ResolvedPath> readable) {
        this.readable = readable;
        return this;
    }

    /** Prepares and performs a call, and returns its text. */
    public String call(Tool tool, Map<String, Object> input) {
        return text(tool.prepare(input).perform(this));
    }

    /** Returns the text of an output. */
    public static String text(ToolOutput output) {
        return ((ContentBlock.Text) output.content().get(0)).text();
    }

    @Override
    public String callId() {
        return "call";
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public SandboxSession sandbox() {
        throw new ToolFailureException("no sandbox here");
    }

    @Override
    public boolean readable(ResolvedPath path) {
        return readable.test(path);
    }

    @Override
    public CancellationToken cancellation() {
        return cancellation;
    }

    @Override
    public <T> T state(Class<T> type, Supplier<T> initial) {
        return type.cast(states.computeIfAbsent(type, key -> initial.get()));
    }
}
