package dev.cadre.llm.testkit;

class ScriptedContractTest extends LlmProviderContract {

    @Override
    protected ContractBackend openBackend() {
        return new ScriptedBackend();
    }
}
