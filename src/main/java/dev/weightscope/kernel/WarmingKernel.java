package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Computes in one form until another is fast, then in that.
///
/// Vector code that the JVM has not compiled yet is a hundred times slower than compiled: it makes
/// an object of every vector. A first picture would wait for seconds. The plain form answers it in
/// one, while a thread in the background runs the vector form until it is compiled. Since all forms
/// give the same bits, nobody can tell when the change comes, but by the clock.
final class WarmingKernel implements Kernel {
    private final Kernel later;
    private volatile Kernel current;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Starts the warming.
    ///
    /// @param first computes meanwhile; closed once the later one computes, or with this kernel
    /// @param later is warmed up, and computes then; closed with this kernel
    /// @param headStart how long to leave the JVM's compiler to the first form
    /// @param rehearsal runs the code of `later`, as often as it takes to compile it
    WarmingKernel(Kernel first, Kernel later, Duration headStart, Rehearsal rehearsal) {
        this.later = later;
        current = first;
        Thread.ofPlatform().daemon().name("kernel-warming").start(() -> warm(headStart, rehearsal));
    }

    private void warm(Duration headStart, Rehearsal rehearsal) {
        try {
            if (!closed.await(headStart.toNanos(), TimeUnit.NANOSECONDS)) {
                rehearsal.run(() -> closed.getCount() == 0);
                Kernel first = current;
                current = later;
                first.close(); // its calls in progress end without its threads
            }
        } catch (CancelledException _) {
            // closed before it was warm
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What warms a kernel up.
    @FunctionalInterface
    interface Rehearsal {
        /// @throws CancelledException if it is no longer wanted
        void run(Cancellation cancellation);
    }

    @Override
    public void product(
            Matrix a,
            ScaledMatrix b,
            Orientation orientation,
            float @Nullable [] bias,
            Matrix out,
            Cancellation cancellation) {
        current.product(a, b, orientation, bias, out, cancellation);
    }

    @Override
    public DenseLayer.Survey layer(
            DenseLayer layer, @Nullable Bins outputBins, Cancellation cancellation) {
        return current.layer(layer, outputBins, cancellation);
    }

    @Override
    public void activate(
            Activation activation,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        current.activate(activation, in, out, from, to, cancellation);
    }

    @Override
    public void slope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Cancellation cancellation) {
        current.slope(activation, preActivation, cotangent, from, to, cancellation);
    }

    @Override
    public void scale(
            float factor, float[] in, float[] out, int from, int to, Cancellation cancellation) {
        current.scale(factor, in, out, from, to, cancellation);
    }

    @Override
    public long round(
            NumberFormat format,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        return current.round(format, in, out, from, to, cancellation);
    }

    @Override
    public Moments moments(
            float[] values,
            int rows,
            int columns,
            ActivationFunction.Saturation saturation,
            Cancellation cancellation) {
        return current.moments(values, rows, columns, saturation, cancellation);
    }

    @Override
    public Histogram histogram(float[] values, int length, Bins bins, Cancellation cancellation) {
        return current.histogram(values, length, bins, cancellation);
    }

    @Override
    public void fill(
            UnitDraw draw,
            RandomStream stream,
            long firstElement,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        current.fill(draw, stream, firstElement, out, from, to, cancellation);
    }

    @Override
    public String description() {
        return later.description();
    }

    @Override
    public void close() {
        closed.countDown();
        current.close(); // where it is the first one still; where not, that is closed
        later.close();
    }
}
