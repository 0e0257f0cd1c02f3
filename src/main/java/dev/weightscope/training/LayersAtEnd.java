package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.ActivationFunction.Saturation;

/// What a run's last look finds out about a layer.
final class LayersAtEnd {
    /// The outer 3 % of the half range.
    private static final float BOUND = 0.97f;

    private LayersAtEnd() {}

    static RunState.LayerAtEnd of(
            TrainedLayer layer, Tensor output, int samples, Cancellation cancellation) {
        return new RunState.LayerAtEnd(
                saturated(layer, output, samples, cancellation),
                unitsAlike(layer, cancellation),
                allZero(layer, cancellation));
    }

    private static double saturated(
            TrainedLayer layer, Tensor output, int samples, Cancellation cancellation) {
        Saturation saturation =
                layer.role.endsBranch()
                        ? Saturation.UNBOUNDED
                        : layer.activation.function().saturation();
        long count = 0;
        for (int unit = 0; unit < layer.fanOut; unit++) {
            cancellation.throwIfCancelled();
            int at = unit * output.stride();
            count +=
                    switch (saturation) {
                        case UNBOUNDED -> 0;
                        case RECTIFIED -> isZero(output.values(), at, samples) ? samples : 0;
                        case MINUS_ONE_TO_ONE -> outside(output.values(), at, samples, 1, 0);
                        case ZERO_TO_ONE -> outside(output.values(), at, samples, 2, -1);
                    };
        }
        return (double) count / ((long) layer.fanOut * samples);
    }

    private static boolean isZero(float[] values, int at, int samples) {
        for (int i = at; i < at + samples; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// How many of |factor · a + shift| are beyond the bound.
    private static int outside(float[] values, int at, int samples, float factor, float shift) {
        int count = 0;
        for (int i = at; i < at + samples; i++) {
            count += Math.abs(factor * values[i] + shift) > BOUND ? 1 : 0;
        }
        return count;
    }

    private static boolean unitsAlike(TrainedLayer layer, Cancellation cancellation) {
        for (int unit = 1; unit < layer.fanOut; unit++) {
            cancellation.throwIfCancelled();
            for (int input = 0; input <= layer.fanIn; input++) {
                if (Float.floatToRawIntBits(layer.weight(input, unit))
                        != Float.floatToRawIntBits(layer.weight(input, 0))) {
                    return false;
                }
            }
        }
        return layer.fanOut > 1;
    }

    private static boolean allZero(TrainedLayer layer, Cancellation cancellation) {
        for (int unit = 0; unit < layer.fanOut; unit++) {
            cancellation.throwIfCancelled();
            for (int input = 0; input < layer.fanIn; input++) {
                if (layer.weight(input, unit) != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
