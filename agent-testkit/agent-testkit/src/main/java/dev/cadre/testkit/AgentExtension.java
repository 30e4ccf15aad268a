package dev.cadre.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test an {@link AgentBench} of its own, as a parameter of the test or of its set-up methods.
 *
 * <p>After a test that passed it checks that scripts and cassettes were used up; in any case it deletes the workspace.
 */
public final class AgentExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(AgentExtension.class);

    /** Makes the extension; JUnit does. */
    public AgentExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == AgentBench.class;
    }

    @Override
    public AgentBench resolveParameter(ParameterContext parameter, ExtensionContext test) {
        // JUnit closes what its store holds when the test is over.
        return test.getStore(NAMESPACE)
                .computeIfAbsent(
                        AgentBench.class,
                        key -> new AgentBench(cassettes(test.getRequiredTestClass())),
                        AgentBench.class);
    }

    private static Path cassettes(Class<?> test) {
        return Path.of("src", "test", "cassettes", test.getSimpleName());
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        AgentBench bench = test.getStore(NAMESPACE).get(AgentBench.class, AgentBench.class);
        if (bench != null && test.getExecutionException().isEmpty()) {
            bench.assertFinished();
        }
    }
}
