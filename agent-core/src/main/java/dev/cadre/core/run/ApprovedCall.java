package dev.cadre.core.run;

import dev.cadre.llm.ToolCall;
import dev.cadre.tools.Approval;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is a call on its way to the executor, with the answer to its <em>ask</em> if it had one. Plain data. */
public final class ApprovedCall {

    private final ToolCall call;
    private final @Nullable Approval approval;

    private ApprovedCall(ToolCall call, @Nullable Approval approval) {
        this.call = Objects.requireNonNull(call, "call");
        this.approval = approval;
    }

    /** Makes a call for which nobody was asked. */
    public static ApprovedCall of(ToolCall call) {
        return new ApprovedCall(call, null);
    }

    /** Makes a call for which somebody answered, yes or no. */
    public static ApprovedCall of(ToolCall call, Approval approval) {
        return new ApprovedCall(call, approval);
    }

    /** Returns the call. */
    public ToolCall call() {
        return call;
    }

    /** Returns the answer, if somebody was asked. */
    public Optional<Approval> approval() {
        return Optional.ofNullable(approval);
    }
}
