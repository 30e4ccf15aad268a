package com.example.acme;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Makes calls over HTTP. Thread-safe; holds the key in its own fields and nowhere else. */
final class AcmeClient implements LlmClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final String key;
    private final String defaultModel;
    private final Duration timeout;

    AcmeClient(URI baseUrl, String key, String defaultModel, Duration timeout) {
        this.endpoint = URI.create(baseUrl + "/chat/completions");
        this.key = key;
        this.defaultModel = defaultModel;
        this.timeout = timeout;
    }

    @Override
    public String defaultModel() {
        return defaultModel;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        throwIfCancelled(cancellation);
        CompletableFuture<HttpResponse<InputStream>> pending =
                http.sendAsync(post(AcmeRequest.json(request)), HttpResponse.BodyHandlers.ofInputStream());
        // Both end the call by closing its connection, wherever it stands.
        CancellationToken.Registration registration = cancellation.onCancel(() -> abandon(pending));
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> abandon(pending), CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            HttpResponse<InputStream> response = pending.get();
            try (InputStream body = body(response)) {
                if (response.statusCode() != 200) {
                    throw AcmeFailures.ofStatus(response, body.readAllBytes());
                }
                return read(body, new AcmeAnswer(request.model(), AcmeFailures.requestId(response)), listener, cancellation);
            }
        } catch (IOException | ExecutionException | CancellationException e) {
            throwIfCancelled(cancellation);
            throw new LlmRetryableException("Acme could not be reached, or its answer broke off", null, e);
        } catch (InterruptedException e) {
            abandon(pending);
            Thread.currentThread().interrupt();
            throw new LlmCancelledException("interrupted while waiting for Acme", e);
        } finally {
            registration.close();
            deadline.cancel(false);
        }
    }

    private LlmResponse read(InputStream body, AcmeAnswer answer, LlmListener listener, CancellationToken cancellation)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            throwIfCancelled(cancellation);
            // Comments, event names and empty lines of the stream mean nothing here.
            if (line.startsWith("data:")) {
                String data = line.substring("data:".length()).strip();
                if (data.equals("[DONE]")) {
                    break;
                }
                answer.add(data, listener);
            }
        }
        throwIfCancelled(cancellation);
        return answer.complete();
    }

    private HttpRequest post(String json) {
        return HttpRequest.newBuilder(endpoint)
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .header("accept-encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private static InputStream body(HttpResponse<InputStream> response) throws IOException {
        boolean gzip = response.headers().firstValue("content-encoding").orElse("").equals("gzip");
        return gzip ? new GZIPInputStream(response.body()) : response.body();
    }

    private static void abandon(CompletableFuture<HttpResponse<InputStream>> pending) {
        pending.cancel(true);
        pending.thenAccept(response -> {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void throwIfCancelled(CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("the call to Acme was cancelled", null);
        }
    }
}
