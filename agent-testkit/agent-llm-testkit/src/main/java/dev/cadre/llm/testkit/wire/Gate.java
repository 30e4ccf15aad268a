package dev.cadre.llm.testkit.wire;

import java.util.concurrent.CountDownLatch;

/**
 * Holds an answer back until a test lets it go on; that is how tests are slow without sleeping. Thread-safe.
 *
 * <pre>{@code
 * Gate gate = Gate.closed();
 * server.enqueue(WireReply.says("Hello").pauseAt(40, gate));
 * }</pre>
 */
public final class Gate {

    private final CountDownLatch latch = new CountDownLatch(1);

    private Gate() {}

    /** Makes a gate that is closed. */
    public static Gate closed() {
        return new Gate();
    }

    /** Opens the gate, for ever. */
    public void open() {
        latch.countDown();
    }

    void await() throws InterruptedException {
        latch.await();
    }
}
