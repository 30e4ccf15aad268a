package dev.cadre.llm.testkit.cassette;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records model calls in a YAML file and replays them, so that tests run real dialogues without key and network.
 *
 * <pre>{@code
 * CassetteLlm llm = CassetteLlm.builder(Path.of("src/test/cassettes/review.yaml"))
 *         .client(() -> LlmProviders.load().client("anthropic", settings))
 *         .placeholder("workspace", workspace.toString())
 *         .secret(key)
 *         .build();
 * }</pre>
 *
 * <p>A request is found again by the hash of its canonical form, after secrets and placeholders are replaced; equal
 * requests are answered in the order of their recording. A request that is not in the file fails with the difference
 * from the next one that is. Run tests with {@code -Dcadre.cassettes=record} to record anew. Failures of the provider are
 * recorded, too; pictures and documents only by their hash. {@link #close()} writes the file. Thread-safe.
 */
public final class CassetteLlm implements LlmClient {

    private final Path file;
    private final boolean records;
    private final @Nullable LlmClient client;
    private final Redaction redaction;
    private final Tape tape;

    private CassetteLlm(Builder builder) {
        this.file = builder.file;
        this.redaction = builder.redaction;
        this.records = builder.mode == CassetteMode.RECORD
                || (builder.mode == CassetteMode.RECORD_IF_ABSENT && !Files.exists(file));
        this.client = records ? builder.openClient() : null;
        this.tape = records ? Tape.empty() : TapeFile.read(file);
    }

    /** Starts a cassette in a file whose mode is that of {@link CassetteMode#fromSystemProperty()}. */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        CanonicalRequest canonical = CanonicalRequest.of(request, redaction);
        if (client == null) {
            return replay(canonical, listener, cancellation);
        }
        try {
            LlmResponse response = client.generate(request, listener, cancellation);
            tape.add(new Interaction(canonical, RecordedAnswer.of(response, redaction)));
            return response;
        } catch (LlmCancelledException e) {
            throw e;
        } catch (LlmException e) {
            tape.add(new Interaction(canonical, RecordedAnswer.of(e, redaction)));
            throw e;
        }
    }

    private LlmResponse replay(CanonicalRequest canonical, LlmListener listener, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("cancelled before the cassette was asked", null);
        }
        LlmResponse response = tape.next(canonical, file).toResponse(redaction);
        response.message().tellTo(listener);
        return response;
    }

    @Override
    public String defaultModel() {
        return client == null ? tape.firstModel() : client.defaultModel();
    }

    @Override
    public Optional<String> resolveModel(String name) {
        return client == null ? tape.resolveModel(name) : recorded(name, client.resolveModel(name));
    }

    private Optional<String> recorded(String name, Optional<String> model) {
        tape.addModel(name, model);
        return model;
    }

    /** Returns whether this cassette makes real calls. */
    public boolean isRecording() {
        return records;
    }

    /**
     * Checks that every recorded call was made.
     *
     * @throws AssertionError if some were not
     */
    public void assertFinished() {
        if (!records) {
            tape.assertFinished(file);
        }
    }

    /** Writes what was recorded, and closes the real client. */
    @Override
    public void close() {
        if (client != null) {
            TapeFile.write(file, tape, client.defaultModel());
            client.close();
        }
    }

    /** Shows the file and the mode. */
    @Override
    public String toString() {
        return "CassetteLlm[" + (records ? "recording " : "replaying ") + file + "]";
    }

    /** Collects the parts of a cassette. Not thread-safe. */
    public static final class Builder {

        private final Path file;
        private final Redaction redaction = new Redaction();
        private CassetteMode mode = CassetteMode.fromSystemProperty();
        private @Nullable Supplier<LlmClient> client;

        private Builder(Path file) {
            this.file = file;
        }

        /** Sets what opens the real client, which is done for recording only; the cassette closes it. */
        public Builder client(Supplier<LlmClient> newClient) {
            this.client = newClient;
            return this;
        }

        /** Sets the mode in place of that of the system property. */
        public Builder mode(CassetteMode newMode) {
            this.mode = newMode;
            return this;
        }

        /**
         * Keeps a value out of the file, wherever it occurs; blank ones are passed over.
         *
         * <p>What has the shape of a usual key is kept out anyway.
         */
        public Builder secret(String value) {
            redaction.addSecret(value);
            return this;
        }

        /** Writes a value that differs between runs, such as a temporary folder, as {@code ${name}}, and back on replay. */
        public Builder placeholder(String name, String value) {
            redaction.addPlaceholder(name, value);
            return this;
        }

        /**
         * Opens the cassette.
         *
         * @throws IllegalStateException if it is to be recorded and there is no client, or to be replayed and there is no
         *     file or none that can be read
         */
        public CassetteLlm build() {
            return new CassetteLlm(this);
        }

        private LlmClient openClient() {
            if (client == null) {
                throw new IllegalStateException("to record " + file + ", give the cassette a client");
            }
            return client.get();
        }
    }
}
