package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Shows that the contract can fail: it finds each of a number of defects. */
class LlmProviderContractTest {

    static Stream<Arguments> defects() {
        return BrokenClients.found().entrySet().stream()
                .map(defect -> Arguments.of(defect.getKey(), defect.getValue()));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void finds_a_client_that(Class<?> defect, String finding) {
        assertThat(failedCases(defect)).contains(finding);
    }

    private static Set<String> failedCases(Class<?> contract) {
        Set<String> failed = new TreeSet<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                    test.getSource()
                            .filter(org.junit.platform.engine.support.descriptor.MethodSource.class::isInstance)
                            .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
                            .ifPresent(source -> failed.add(source.getMethodName()));
                }
            }
        });
        return failed;
    }
}
