package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.NumberFormat;

/// Tensors in the number format of a network.
final class Formats {
    private Formats() {}

    /// Rounds a tensor that was computed in float32, where it is to be in another format.
    ///
    /// @param values overwritten
    /// @return how many values other than 0 became 0
    static long round(
            Kernel kernel, NumberFormat format, Matrix values, Cancellation cancellation) {
        return format == NumberFormat.FLOAT32
                ? 0
                : kernel.round(
                        format, values.values(), values.values(), 0, values.size(), cancellation);
    }
}
