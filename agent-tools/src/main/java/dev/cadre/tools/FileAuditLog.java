package dev.cadre.tools;

import dev.cadre.tools.audit.AuditChain;
import dev.cadre.tools.audit.AuditFile;
import dev.cadre.tools.audit.CallRecords;
import dev.cadre.tools.audit.Redaction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Keeps audit records in a file of JSON lines in which every line carries a hash over itself and all lines before it.
 *
 * <p>The file is made for its owner alone and lies outside of every folder that agents can write. Records hold names,
 * decisions, inputs with secrets taken out, and sizes; no outputs. Several runs may share one log; no two processes may.
 * Thread-safe.
 *
 * <pre>{@code
 * try (FileAuditLog log = FileAuditLog.builder(Path.of("/var/log/agents/audit.jsonl"), workspace).build()) {
 *     ToolExecutor executor = ToolExecutor.builder(policy, files).audit(log.forAgent("reviewer")).build();
 * }
 * FileAuditLog.verify(Path.of("/var/log/agents/audit.jsonl"));
 * }</pre>
 *
 * <p>Whoever can write the file can make a new chain. Keep the hash that {@link #head()} returns elsewhere to notice that,
 * and to notice lines missing at the end.
 */
public final class FileAuditLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FileAuditLog.class.getName());

    private final AuditFile file;
    private final CallRecords records;

    private FileAuditLog(Builder builder) {
        this.records = new CallRecords(builder.clock, new Redaction(builder.secrets));
        this.file = AuditFile.open(builder.file, builder.writable);
    }

    /**
     * Starts a log in a file, which is made or continued.
     *
     * @param writable the folders that agents can write, such as the workspace
     */
    public static Builder builder(Path file, Path... writable) {
        return new Builder(file, List.of(writable));
    }

    /**
     * Checks a file and returns the hash of its last line.
     *
     * @throws AuditException if a line was changed, removed or added; the message says which is the first
     */
    public static String verify(Path file) {
        return AuditChain.verify(file).head();
    }

    /** Returns the log as one agent writes it; its name stands in each record, for a subagent with those above it. */
    public AuditLog forAgent(String name) {
        Objects.requireNonNull(name, "name");
        return new AuditLog() {
            @Override
            public void before(PlannedCall planned, String objection) {
                file.append(records.before(name, planned, objection));
            }

            @Override
            public void after(ToolOutcome outcome) {
                try {
                    file.append(records.after(name, outcome));
                } catch (AuditException e) {
                    // The call has run; the file takes no record any more, so no other will.
                    LOG.log(System.Logger.Level.WARNING, "{0}", e.getMessage());
                }
            }
        };
    }

    /** Returns the hash of the last line, 64 zeros for an empty log. */
    public String head() {
        return file.head();
    }

    /** Closes the file. */
    @Override
    public void close() {
        file.close();
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private final Path file;
        private final List<Path> writable;
        private final List<String> secrets = new ArrayList<>();
        private Clock clock = Clock.systemUTC();

        private Builder(Path file, List<Path> writable) {
            this.file = Objects.requireNonNull(file, "file");
            this.writable = writable;
        }

        /** Adds a value that must not stand in the log; at least eight characters. */
        public Builder secret(String value) {
            if (value.length() < 8) {
                throw new IllegalArgumentException(
                        "a secret of less than eight characters would blacken ordinary words");
            }
            secrets.add(value);
            return this;
        }

        /** Sets the clock of the records; the system's by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Opens the log.
         *
         * @throws AuditException if the file lies where agents can write, is readable for others, is a link, is used by
         *     another process, or holds a broken chain
         */
        public FileAuditLog build() {
            return new FileAuditLog(this);
        }
    }
}
