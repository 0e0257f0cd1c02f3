package dev.weightscope.kernel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes arrays that take long: the JVM fills a new one with zeros, which is some milliseconds for
/// a few tens of megabytes and half a second for a gigabyte, and nothing interrupts it.
///
/// So a thread of its own does it, and whoever waits may give up. What was given up is handed to
/// the next one who wants as much: a hand on a slider asks for the same again and again.
///
/// Not for use by several threads at once.
public final class LargeArrays {
    /// What is made within a fraction of a millisecond.
    private static final int SMALL = 1 << 20;

    /// In the making; the one who asked for it gave up.
    private @Nullable Making pending;

    private record Making(int length, FutureTask<float[]> array) {
        static Making start(int length) {
            FutureTask<float[]> array = new FutureTask<>(() -> new float[length]);
            Thread.ofPlatform().daemon().name("kernel-memory").start(array);
            return new Making(length, array);
        }
    }

    /// @return an array of zeros
    /// @throws CancelledException if the work is no longer wanted
    /// @throws OutOfMemoryError if there is no room
    public float[] allocate(int length, Cancellation cancellation) {
        if (length <= SMALL) {
            return new float[length];
        }
        Making making = pending;
        pending = null;
        if (making == null || making.length != length) {
            making = Making.start(length);
        }
        boolean interrupted = false;
        try {
            while (true) {
                if (cancellation.isCancelled()) {
                    pending = making;
                    throw new CancelledException();
                }
                try {
                    return making.array.get(1, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // ask again whether it is still wanted
                } catch (InterruptedException _) {
                    interrupted = true; // not what ends a run: pass it on when there is an array
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof OutOfMemoryError noRoom) {
                throw noRoom;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
