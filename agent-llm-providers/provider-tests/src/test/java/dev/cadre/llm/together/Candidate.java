package dev.cadre.llm.together;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.langchain4j.LangChain4j;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;

/** Is one way from a run to a service: a provider, with the API that it speaks. */
enum Candidate {
    ANTHROPIC {
        @Override
        LlmClient client(URI server, String key) {
            return LlmProviders.load()
                    .client("anthropic", settings(key).baseUrl(server).build());
        }
    },
    OPENAI_CHAT {
        @Override
        LlmClient client(URI server, String key) {
            return LlmProviders.load()
                    .client(
                            "openai",
                            settings(key)
                                    .baseUrl(withVersion(server))
                                    .property("api", "chat")
                                    .build());
        }
    },
    OPENAI_RESPONSES {
        @Override
        LlmClient client(URI server, String key) {
            return LlmProviders.load()
                    .client(
                            "openai",
                            settings(key)
                                    .baseUrl(withVersion(server))
                                    .property("api", "responses")
                                    .build());
        }
    },
    LANGCHAIN4J {
        @Override
        LlmClient client(URI server, String key) {
            return LangChain4j.client(OpenAiStreamingChatModel.builder()
                    .baseUrl(withVersion(server).toString())
                    .apiKey(key)
                    .modelName(WireReply.MODEL)
                    .returnThinking(true)
                    .build());
        }
    };

    /** Makes a client of a service at an address without a path. */
    abstract LlmClient client(URI server, String key);

    LlmClient client(WireServer server, String key) {
        return client(server.url(), key);
    }

    private static LlmSettings.Builder settings(String key) {
        return LlmSettings.builder().apiKey(key).model(WireReply.MODEL);
    }

    private static URI withVersion(URI server) {
        return URI.create(server + "/v1");
    }
}
