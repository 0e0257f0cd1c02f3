package dev.weightscope.training;

import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import java.util.Arrays;

/// A value of each unit for each sample: a row for each unit, so that even in a narrow layer the
/// lanes of a vector are full. What is past the last sample of a row is of any value.
///
/// @param values units × samples, with rows a stride apart; one row more where a product reads it
/// @param stride a multiple of [SmallLoops#WIDTH]
record Tensor(float[] values, int units, int stride, Strided all) {
    /// For the output of a layer: its last row, behind the units, is 1 for every sample.
    static Tensor withOnes(int units, int samples) {
        Tensor tensor = of(units, samples, 1);
        int ones = units * tensor.stride;
        Arrays.fill(tensor.values, ones, ones + tensor.stride, 1);
        return tensor;
    }

    static Tensor of(int units, int samples) {
        return of(units, samples, 0);
    }

    private static Tensor of(int units, int samples, int more) {
        int stride = SmallLoops.padded(samples);
        float[] values = new float[Math.multiplyExact(units + more, stride)];
        return new Tensor(values, units, stride, new Strided(values, 0, stride));
    }

    /// The elements of all units.
    int size() {
        return units * stride;
    }
}
