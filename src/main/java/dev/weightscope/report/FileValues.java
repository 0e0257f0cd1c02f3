package dev.weightscope.report;

import dev.weightscope.inspect.TensorValues;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.weights.Tensor;

/// The values of a tensor that has a type, where its file keeps them.
///
/// @param cancellation asked at every reading, which then ends with a
///   [dev.weightscope.kernel.CancelledException]
record FileValues(Tensor tensor, Cancellation cancellation) implements TensorValues {
    @Override
    public long count() {
        return tensor.count();
    }

    @Override
    public void read(long from, int count, double[] out) {
        cancellation.throwIfCancelled();
        tensor.read(from, out, count);
    }
}
