package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Makes arrays that take long: the JVM fills a new one with zeros, which is some milliseconds for
/// a few tens of megabytes and half a second for a gigabyte, and nothing interrupts it.
///
/// So a thread of its own does it, and whoever waits may give up. An array that was given up, or
/// given back unused, is handed to the next caller who wants the same length: while a slider is
/// dragged, the same length is wanted again and again. Another length waits for the pending one, so
/// two never coexist; that wait can be given up too.
///
/// Not for use by several threads at once.
final class LargeArrays {
    /// What is made within a fraction of a millisecond.
    private static final int SMALL = 1 << 20;

    /// What grows ahead gets this part of what it needs in addition.
    static final int PART_AHEAD = 4;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final IntFunction<float[]> maker;

    /// In the making, or made for someone who gave up.
    private @Nullable Making pending;

    private float @Nullable [] unused;

    private boolean growsAhead;

    LargeArrays() {
        this(length -> new float[length]);
    }

    /// @param maker makes an array of the length it is given
    LargeArrays(IntFunction<float[]> maker) {
        this.maker = maker;
    }

    private record Making(int length, FutureTask<float[]> array, Thread thread) {
        static Making start(int length, IntFunction<float[]> maker) {
            FutureTask<float[]> array = new FutureTask<>(() -> maker.apply(length));
            Thread thread = Thread.ofPlatform().daemon().name("kernel-memory").start(array);
            return new Making(length, array, thread);
        }

        /// @throws CancelledException if the work is no longer wanted
        void await(Cancellation cancellation) {
            boolean interrupted = false;
            try {
                while (true) {
                    cancellation.throwIfCancelled();
                    try {
                        if (thread.join(BETWEEN_LOOKS)) {
                            return;
                        }
                    } catch (InterruptedException _) {
                        interrupted = true; // not what ends a run: pass it on afterwards
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /// Says whether work space that grows may take more than it needs now: a width that is dragged
    /// upwards would otherwise have all of it made anew at each value.
    void growAhead(boolean mayGrow) {
        growsAhead = mayGrow;
    }

    /// How long an array to make in the place of a shorter one.
    ///
    /// @param before length of that; 0 where there is none
    /// @return at least the elements, and less than [#PART_AHEAD] of them more
    int lengthFor(int elements, int before) {
        long longer = elements + (long) elements / PART_AHEAD;
        boolean isAhead = growsAhead && before > 0 && elements > before;
        return isAhead && longer <= Integer.MAX_VALUE - Long.BYTES ? (int) longer : elements;
    }

    /// @return an array of any values
    /// @throws CancelledException if the work is no longer wanted
    /// @throws OutOfMemoryError if there is no room
    public float[] allocate(int length, Cancellation cancellation) {
        if (length <= SMALL) {
            return maker.apply(length);
        }
        float[] left = unused;
        unused = null;
        if (left != null && left.length == length) {
            return left;
        }
        float[] abandoned = abandoned(length, cancellation);
        if (abandoned != null) {
            return abandoned;
        }
        Making making = Making.start(length, maker);
        pending = making;
        making.await(cancellation);
        pending = null;
        if (making.array.state() == Future.State.SUCCESS) {
            return making.array.resultNow();
        }
        if (making.array.exceptionNow() instanceof OutOfMemoryError noRoom) {
            throw noRoom;
        }
        throw new IllegalStateException(making.array.exceptionNow());
    }

    /// Waits for the array that someone gave up, and lets it go.
    ///
    /// @return it, or null if it is not of this length, or failed: there may be room now
    private float @Nullable [] abandoned(int length, Cancellation cancellation) {
        Making making = pending;
        if (making == null) {
            return null;
        }
        making.await(cancellation);
        pending = null;
        boolean fits = making.length == length && making.array.state() == Future.State.SUCCESS;
        return fits ? making.array.resultNow() : null;
    }

    /// Takes an array that is not used after all: its work was cancelled.
    public void giveBack(float[] array) {
        if (array.length > SMALL) {
            unused = array;
        }
    }

    /// Lets go of an array that someone gave up or gave back, unless its length may be asked for
    /// again; one that is still in the making as soon as it is made.
    public void releaseUnless(IntPredicate mayBeAskedFor) {
        if (unused != null && !mayBeAskedFor.test(unused.length)) {
            unused = null;
        }
        Making making = pending;
        if (making != null && !mayBeAskedFor.test(making.length)) {
            making.array.cancel(false);
            if (!making.array.isCancelled()) {
                pending = null;
            }
        }
    }
}
