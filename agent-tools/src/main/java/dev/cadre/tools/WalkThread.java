package dev.cadre.tools;

/** Is a thread of a walk, which knows since when it has been opening a file. */
final class WalkThread extends Thread {

    private volatile long openingSince;

    WalkThread(Runnable work) {
        super(work, "cadre-walk");
        setDaemon(true);
    }

    /** Notes that the current thread begins or ends to open a file. */
    static void opening(boolean begins) {
        if (Thread.currentThread() instanceof WalkThread thread) {
            thread.openingSince = begins ? System.nanoTime() | 1 : 0;
        }
    }

    boolean isStuck(long patience) {
        long since = openingSince;
        return since != 0 && System.nanoTime() - since > patience;
    }
}
