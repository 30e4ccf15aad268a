package dev.cadre.tools;

import dev.cadre.llm.Json;
import dev.cadre.llm.ToolSpec;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PathRefusedException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Is a tool whose input is a record. */
final class RecordTool<I extends Record> implements Tool {

    private final ToolSpec spec;
    private final RecordBinding<I> binding;
    private final Function<? super I, List<Access>> accesses;
    private final BiFunction<? super I, ? super ToolContext, List<String>> preview;
    private final BiFunction<? super I, ? super ToolContext, ToolOutput> action;

    RecordTool(
            String name,
            String description,
            RecordBinding<I> binding,
            Function<? super I, List<Access>> accesses,
            BiFunction<? super I, ? super ToolContext, List<String>> preview,
            BiFunction<? super I, ? super ToolContext, ToolOutput> action) {
        this.preview = preview;
        this.spec = new ToolSpec(name, description, RecordSchema.of(binding));
        this.binding = binding;
        this.accesses = accesses;
        this.action = action;
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolAction prepare(Map<String, Object> input) {
        I bound = binding.bind(input);
        List<Access> touched = Json.list(accesses.apply(bound));
        if (touched.isEmpty()) {
            throw new IllegalStateException(
                    "the tool " + spec.name() + " declares no access; declare Bookkeeping or Other");
        }
        return new Prepared(bound, touched);
    }

    private final class Prepared implements ToolAction {

        private final I input;
        private final List<Access> accesses;

        Prepared(I input, List<Access> accesses) {
            this.input = input;
            this.accesses = accesses;
        }

        @Override
        public List<Access> accesses() {
            return accesses;
        }

        @Override
        public List<String> preview(ToolContext context) {
            return preview.apply(input, context);
        }

        @Override
        public ToolOutput perform(ToolContext context) {
            try {
                return action.apply(input, context);
            } catch (WorkspaceException | PathRefusedException e) {
                throw new ToolFailureException(String.valueOf(e.getMessage()));
            }
        }
    }
}
