package dev.weightscope.jacobian;

import dev.weightscope.linear.SingularValues;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.Normalization;
import java.util.List;

/// Which Jacobians of an experiment are asked for.
///
/// @param first input, counted from 0
/// @param inputs how many, one after the other
/// @param depths layers, ascending and counted from 1, none inside of a branch
public record JacobianQuestion(Experiment experiment, int first, int inputs, List<Integer> depths) {
    public JacobianQuestion {
        depths = List.copyOf(depths);
        if (first < 0 || inputs < 1 || first + inputs > experiment.effectiveSamples()) {
            throw new IllegalArgumentException(
                    "inputs %d to %d of %d"
                            .formatted(first, first + inputs, experiment.effectiveSamples()));
        }
    }

    /// How many samples are carried along: all of them where batch norm looks at the batch.
    int samples() {
        return experiment.architecture().normalization() == Normalization.BATCH
                ? experiment.effectiveSamples()
                : inputs;
    }

    /// The first of those that are carried along.
    int firstSample() {
        return samples() == inputs ? first : 0;
    }

    /// What it takes at its largest moment.
    ///
    /// @param threads that compute
    public MemoryNeed need(int threads) {
        int columns = experiment.inputWidth();
        int widest = columns;
        long weights = 0;
        for (LayerPlace place : experiment.places()) {
            widest = Math.max(widest, place.fanOut());
            weights = Math.max(weights, (long) place.fanIn() * place.fanOut());
        }
        long matrix = (long) Double.BYTES * widest * columns;
        long atOnce = (long) threads + inputs;
        return new MemoryNeed(
                "this Jacobian",
                List.of(
                        new MemoryNeed.Part(4 * matrix * inputs, "fewer inputs or narrower layers"),
                        new MemoryNeed.Part(
                                atOnce * (matrix + SingularValues.bytes(widest, columns)),
                                "fewer threads or narrower layers"),
                        new MemoryNeed.Part(
                                (atOnce + 2) * Double.BYTES * weights, "narrower layers"),
                        new MemoryNeed.Part(
                                4L * Double.BYTES * samples() * widest, "fewer samples")));
    }
}
