package dev.cadre.llm.openai;

class ResponsesTransportTest extends OpenAiTransport {

    ResponsesTransportTest() {
        super(Loopback.responses());
    }
}
