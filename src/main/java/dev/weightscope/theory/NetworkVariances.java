package dev.weightscope.theory;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import java.util.List;
import java.util.stream.IntStream;

/// The numbers that theory needs of a plain network.
///
/// @param moments of its activation
/// @param inputMeanSquare of all inputs, their scale included
/// @param maps of layers 1 to depth: from the mean square of what a layer sees to the variance of
///   its pre-activations, and on from there
record NetworkVariances(ActivationMoments moments, double inputMeanSquare, List<VarianceMap> maps) {
    NetworkVariances {
        maps = List.copyOf(maps);
    }

    /// @param experiment one that [Assumptions] has nothing against
    static NetworkVariances of(Experiment experiment) {
        ActivationMoments moments = ActivationMoments.of(experiment.activation());
        return new NetworkVariances(
                moments,
                meanSquare(experiment),
                IntStream.rangeClosed(1, experiment.depth())
                        .mapToObj(layer -> map(experiment, layer, moments))
                        .toList());
    }

    private static VarianceMap map(Experiment experiment, int layer, ActivationMoments moments) {
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        Law biases = experiment.biasLaw(layer);
        return new VarianceMap(
                moments,
                fanIn * experiment.weightLaw(layer).variance(fanIn, fanOut),
                biases.variance(fanIn, fanOut));
    }

    private static double meanSquare(Experiment experiment) {
        double scale = experiment.inputScale() * experiment.inputScale();
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> scale;
            case Input.Uniform _ -> scale / 3;
            case Input.Table(DataTable data) ->
                    scale * meanSquare(data, experiment.effectiveSamples());
        };
    }

    private static double meanSquare(DataTable data, int rows) {
        float[] values = new float[rows * data.columns()];
        data.copyValues(0, values.length, values);
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }
}
