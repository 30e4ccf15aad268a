package dev.cadre.tools;

import java.time.Duration;

/**
 * Bounds what the processes of a sandbox may use. Immutable.
 *
 * <p>Processes and memory are bounded together where the host gives control groups; else memory is bounded for each
 * process alone.
 */
public final class SandboxLimits {

    private final int processes;
    private final long memoryBytes;
    private final long fileBytes;
    private final long temporaryBytes;
    private final long outputBytes;
    private final int openFiles;
    private final Duration cpuTime;

    private SandboxLimits(Builder builder) {
        this.processes = builder.processes;
        this.memoryBytes = builder.memoryBytes;
        this.fileBytes = builder.fileBytes;
        this.temporaryBytes = builder.temporaryBytes;
        this.outputBytes = builder.outputBytes;
        this.openFiles = builder.openFiles;
        this.cpuTime = builder.cpuTime;
    }

    /** Returns limits that suit builds and tests: 256 processes, 4 GiB of memory, 1 GiB for a file. */
    public static SandboxLimits create() {
        return builder().build();
    }

    /** Starts from the limits of {@link #create()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how many processes and threads may live at once. */
    public int processes() {
        return processes;
    }

    /** Returns how much memory may be used, in bytes. */
    public long memoryBytes() {
        return memoryBytes;
    }

    /** Returns how large a file may grow, in bytes. */
    public long fileBytes() {
        return fileBytes;
    }

    /** Returns how much the private {@code /tmp} holds, in bytes. */
    public long temporaryBytes() {
        return temporaryBytes;
    }

    /** Returns how much a command may print before it is killed, in bytes. */
    public long outputBytes() {
        return outputBytes;
    }

    /** Returns how many files a process may hold open. */
    public int openFiles() {
        return openFiles;
    }

    /** Returns how much processor time a process may use. */
    public Duration cpuTime() {
        return cpuTime;
    }

    /** Collects limits. Not thread-safe. */
    public static final class Builder {

        private int processes = 256;
        private long memoryBytes = 4L << 30;
        private long fileBytes = 1L << 30;
        private long temporaryBytes = 512L << 20;
        private long outputBytes = 64L << 20;
        private int openFiles = 4096;
        private Duration cpuTime = Duration.ofHours(1);

        private Builder() {}

        /** Sets how many processes and threads may live at once, 16 to 4096. */
        public Builder processes(int count) {
            this.processes = (int) within("processes", count, 16, 4096);
            return this;
        }

        /** Sets how much memory may be used, at least 64 MiB. */
        public Builder memoryBytes(long bytes) {
            this.memoryBytes = within("memoryBytes", bytes, 64L << 20, Long.MAX_VALUE);
            return this;
        }

        /** Sets how large a file may grow, at least 1 MiB. */
        public Builder fileBytes(long bytes) {
            this.fileBytes = within("fileBytes", bytes, 1L << 20, Long.MAX_VALUE);
            return this;
        }

        /** Sets how much the private {@code /tmp} holds, at least 1 MiB. */
        public Builder temporaryBytes(long bytes) {
            this.temporaryBytes = within("temporaryBytes", bytes, 1L << 20, Long.MAX_VALUE);
            return this;
        }

        /** Sets how much a command may print before it is killed, at least 64 KiB. */
        public Builder outputBytes(long bytes) {
            this.outputBytes = within("outputBytes", bytes, 64L << 10, Long.MAX_VALUE);
            return this;
        }

        /** Sets how many files a process may hold open, 64 to 65536. */
        public Builder openFiles(int count) {
            this.openFiles = (int) within("openFiles", count, 64, 65_536);
            return this;
        }

        /** Sets how much processor time a process may use, at least one second. */
        public Builder cpuTime(Duration time) {
            within("cpuTime in seconds", time.toSeconds(), 1, Long.MAX_VALUE);
            this.cpuTime = time;
            return this;
        }

        /** Makes the limits. */
        public SandboxLimits build() {
            return new SandboxLimits(this);
        }

        private static long within(String what, long value, long least, long most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        what + " must be between " + least + " and " + most + ", found " + value);
            }
            return value;
        }
    }
}
