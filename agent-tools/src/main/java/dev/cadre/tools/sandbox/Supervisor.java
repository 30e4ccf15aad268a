package dev.cadre.tools.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Is the wire to process 1 of a sandbox. One thread uses it at a time; {@link #close()} and {@link #wake()} any. */
final class Supervisor implements AutoCloseable {

    /** Stands for the end of the sandbox among the replies. */
    static final String GONE = "gone";

    /** Stands for a call of {@link #wake()} among the replies. */
    static final String WOKEN = "woken";

    private static final Duration END = Duration.ofSeconds(5);

    private final Process process;
    private final OutputStream requests;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

    private final FileChannel errors;

    private Supervisor(Process process, FileChannel errors) {
        this.process = process;
        this.errors = errors;
        this.requests = process.getOutputStream();
    }

    /** Starts the command whose process becomes the supervisor, or the parent of it. */
    static Supervisor start(List<String> command, SessionFolder session) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        String searchPath = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", searchPath == null ? "/usr/bin:/bin" : searchPath);
        builder.directory(session.path().toFile());
        builder.redirectError(session.startErrors().toFile());
        // Opened now, because the launcher removes the file when the start fails.
        FileChannel errors = FileChannel.open(
                session.startErrors(),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Supervisor supervisor = new Supervisor(builder.start(), errors);
        Thread reader = new Thread(supervisor::read, "cadre-sandbox");
        reader.setDaemon(true);
        reader.start();
        return supervisor;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                replies.add(line);
            }
        } catch (IOException e) {
            // The stream was closed by close(); what matters is said below in either case.
        } finally {
            replies.add(GONE);
        }
    }

    /** Sends a request; if nobody is there to take it, {@link #GONE} follows. */
    void send(String... fields) {
        StringBuilder request = new StringBuilder();
        for (String field : fields) {
            request.append(field).append('\0');
        }
        try {
            requests.write(request.toString().getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException e) {
            replies.add(GONE);
        }
    }

    /** Waits for the next reply; empty if there is none in time. */
    Optional<String> reply(Duration patience) throws InterruptedException {
        return Optional.ofNullable(replies.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS));
    }

    /** Returns what went wrong before the supervisor was ready: the last line that was printed, empty if none was. */
    String startError() throws IOException {
        return CapturedOutput.read(errors).strip().lines().reduce("", (first, last) -> last);
    }

    /** Puts {@link #WOKEN} among the replies. */
    void wake() {
        replies.add(WOKEN);
    }

    /** Returns whether the launcher still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the launcher. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the sandbox: first by the end of its input, then by force. Returns when the launcher has cleaned up. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            requests.close();
            errors.close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                force();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            force();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills what is left, the launcher last. */
    private void force() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
