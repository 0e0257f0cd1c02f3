package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Whether the program has been told to end, by Ctrl+C or by the system: it then has until [#close]
/// to give up its work and write what is there.
///
/// The system's way to tell is to start the end of the program, which waits for this. The exit code
/// is the system's too: 130 after Ctrl+C.
public final class Interrupt implements Cancellation, AutoCloseable {
    private final CountDownLatch written = new CountDownLatch(1);
    private volatile boolean cancelled;
    private @Nullable Thread hook;

    /// From now on the end waits.
    public void listen() {
        if (hook == null) {
            Thread end = Thread.ofPlatform().name("interrupt").unstarted(this::end);
            try {
                Runtime.getRuntime().addShutdownHook(end);
                hook = end;
            } catch (IllegalStateException _) {
                cancelled = true; // it has begun already
            }
        }
    }

    /// Gives up the work and waits until it is closed.
    void end() {
        cancelled = true;
        try {
            written.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the end need not wait
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /// Lets the program end.
    @Override
    public void close() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // it is running, and waits for this
            }
        }
        written.countDown();
    }
}
