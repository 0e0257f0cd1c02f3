package dev.weightscope.example;

import dev.weightscope.model.WeightInitializer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The README's example, word for word.
public final class MyXavier implements WeightInitializer {
    @Override
    public String key() {
        return "my-xavier";
    }

    @Override
    public float[] weights(int fanIn, int fanOut, RandomGenerator random) {
        float[] weights =
                new float[fanIn * fanOut]; // row by row: from input i to unit j is [i * fanOut + j]
        double std = Math.sqrt(2.0 / (fanIn + fanOut));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (std * random.nextGaussian());
        }
        return weights;
    }

    @Override
    public float[] bias(int fanIn, int fanOut, RandomGenerator random) {
        float[] bias = new float[fanOut];
        Arrays.fill(bias, 0.1f);
        return bias;
    }
}
