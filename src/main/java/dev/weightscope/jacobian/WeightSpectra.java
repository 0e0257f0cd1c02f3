package dev.weightscope.jacobian;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.linear.SingularValues;
import java.util.function.Consumer;

/// The singular values of weight matrices that are there already, one on each thread.
public final class WeightSpectra {
    private final Kernel kernel;
    private final Decompositions decompositions;

    public WeightSpectra(Kernel kernel, Cancellation cancellation) {
        this.kernel = kernel;
        decompositions = new Decompositions(kernel, cancellation);
    }

    /// How many bytes a matrix and its decomposition take.
    public static long bytes(int fanIn, int fanOut) {
        return (long) Double.BYTES * fanIn * fanOut + SingularValues.bytes(fanIn, fanOut);
    }

    /// Takes a matrix on; as soon as there is one for each thread they are decomposed.
    ///
    /// @param layer that it is of, counted from 1
    /// @param rows fanIn of them, of fanOut numbers; overwritten
    /// @param taker told what was found, on the thread of a call, in the order of calls
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    public void add(int layer, double[][] rows, int fanOut, Consumer<WeightSpectrum> taker) {
        decompositions.add(
                layer, rows.length, fanOut, rows, WeightRank.atMost(rows, fanOut), taker);
        decompositions.run(kernel.threads());
    }

    /// Decomposes those that wait for others.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    public void finish() {
        decompositions.run(1);
    }
}
