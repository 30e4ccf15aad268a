package dev.cadre.llm.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds contracts of clients that each have one defect. They are run by {@link LlmProviderContractTest} only. */
final class BrokenClients {

    private BrokenClients() {}

    /** Makes one defect of a client that is otherwise sound. */
    abstract static class Defect extends LlmProviderContract {

        abstract LlmResponse generate(
                LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken cancellation);

        @Override
        protected ContractBackend openBackend() {
            return new Backend(new ScriptedBackend(), this);
        }

        static LlmResponse with(LlmResponse response, Message.Assistant message) {
            return new LlmResponse(message, response.stopReason(), response.usage(), response.model());
        }
    }

    static final class TellsNothing extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            return sound.generate(request, LlmListener.none(), token);
        }
    }

    static final class IgnoresCancellation extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            try {
                return sound.generate(request, listener, token);
            } catch (LlmCancelledException e) {
                return ContractCase.text("never mind");
            }
        }
    }

    static final class ThrowsOneKindOnly extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            try {
                return sound.generate(request, listener, token);
            } catch (LlmCancelledException e) {
                throw e;
            } catch (LlmException e) {
                throw new LlmRequestException("failed", e);
            }
        }
    }

    static final class LeaksKeyAndPrompt extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            try {
                return sound.generate(request, listener, token);
            } catch (LlmCancelledException e) {
                throw e;
            } catch (LlmException e) {
                e.addSuppressed(new IllegalStateException("key " + ContractBackend.KEY));
                throw e;
            }
        }
    }

    static final class SwapsCalls extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            LlmResponse response = sound.generate(request, listener, token);
            List<ContentBlock> content = new ArrayList<>(response.message().content());
            Collections.reverse(content);
            return with(response, new Message.Assistant(content));
        }
    }

    static final class SortsInputs extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            LlmResponse response = sound.generate(request, listener, token);
            List<ContentBlock> content = new ArrayList<>();
            response.message()
                    .content()
                    .forEach(block -> content.add(
                            block instanceof ToolCall call
                                    ? new ToolCall(call.id(), call.name(), new TreeMap<>(call.input()))
                                    : block));
            return with(response, new Message.Assistant(content));
        }
    }

    static final class ForgetsUsageAndReason extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            LlmResponse response = sound.generate(request, listener, token);
            return new LlmResponse(response.message(), StopReason.END_TURN, TokenUsage.NONE, "");
        }
    }

    static final class TrimsTexts extends Defect {
        @Override
        LlmResponse generate(LlmClient sound, LlmRequest request, LlmListener listener, CancellationToken token) {
            LlmResponse response = sound.generate(request, listener, token);
            return response.message().toolCalls().isEmpty()
                    ? with(response, Message.assistant(response.message().text().strip()))
                    : response;
        }
    }

    private record Backend(ContractBackend sound, Defect defect) implements ContractBackend {

        @Override
        public LlmClient client() {
            return new LlmClient() {
                @Override
                public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
                    return defect.generate(sound.client(), request, listener, cancellation);
                }

                @Override
                public String defaultModel() {
                    return sound.client().defaultModel();
                }
            };
        }

        @Override
        public Set<ContractFeature> features() {
            return sound.features();
        }

        @Override
        public void answer(LlmResponse response) {
            sound.answer(response);
        }

        @Override
        public void fail(ContractFailure failure) {
            sound.fail(failure);
        }

        @Override
        public void keepSilent() {
            sound.keepSilent();
        }

        @Override
        public void awaitSilentCall() {
            sound.awaitSilentCall();
        }

        @Override
        public void assertFinished() {
            sound.assertFinished();
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    /** Names for each defect the case that must find it. */
    static Map<Class<? extends Defect>, String> found() {
        Map<Class<? extends Defect>, String> found = new LinkedHashMap<>();
        found.put(TellsNothing.class, "tells_the_listener_the_text_of_the_answer");
        found.put(IgnoresCancellation.class, "ends_soon_after_it_is_cancelled");
        found.put(ThrowsOneKindOnly.class, "names_the_remedy_by_its_type");
        found.put(LeaksKeyAndPrompt.class, "repeats_neither_key_nor_prompt");
        found.put(SwapsCalls.class, "keeps_parallel_calls_in_order_behind_their_text");
        found.put(SortsInputs.class, "keeps_inputs_of_tools_and_their_order");
        found.put(ForgetsUsageAndReason.class, "tells_the_usage");
        found.put(TrimsTexts.class, "keeps_texts");
        return found;
    }
}
