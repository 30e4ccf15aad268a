package dev.cadre.llm.openai;

class ChatTransportTest extends OpenAiTransport {

    ChatTransportTest() {
        super(Loopback.chat());
    }
}
