package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;

/// Some rows of data, twice: a row for each sample, and a row for each feature. Both end with a
/// feature that is 1 everywhere, whose weight is the bias.
///
/// @param rows how many samples
/// @param features of the data
/// @param samples rows × (features + 1), with rows a [#stride] apart
/// @param byFeature (features + 1) × rows
/// @param targets a class as its index
record SampleTable(int rows, int features, float[] samples, Tensor byFeature, float[] targets) {
    /// Values of the rows between two looks at the cancellation.
    private static final int VALUES = 1 << 17;

    static SampleTable of(TrainingData data, int[] rows, Cancellation cancellation) {
        int features = data.features();
        int stride = SmallLoops.padded(features + 1);
        float[] samples = new float[Math.multiplyExact(rows.length, stride)];
        float[] allTargets = data.target().numbers();
        float[] targets = new float[rows.length];
        Tensor byFeature = Tensor.withOnes(features, rows.length);
        int some = Math.max(1, VALUES / features);
        for (int i = 0; i < rows.length; i++) {
            if (i % some == 0) {
                cancellation.throwIfCancelled();
            }
            System.arraycopy(data.values(), rows[i] * features, samples, i * stride, features);
            samples[i * stride + features] = 1;
            targets[i] = allTargets[rows[i]];
            for (int j = 0; j < features; j++) {
                byFeature.values()[j * byFeature.stride() + i] = samples[i * stride + j];
            }
        }
        return new SampleTable(rows.length, features, samples, byFeature, targets);
    }

    /// From sample to sample in [#samples].
    int stride() {
        return SmallLoops.padded(features + 1);
    }
}
