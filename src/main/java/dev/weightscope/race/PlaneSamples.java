package dev.weightscope.race;

import dev.weightscope.training.Plane;
import dev.weightscope.training.Target;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Samples of two features and a class, in their plane.
public record PlaneSamples(Plane plane, List<Sample> samples) {
    public PlaneSamples {
        samples = List.copyOf(samples);
    }

    /// A sample.
    ///
    /// @param kind its class, from 0
    public record Sample(double first, double second, int kind) {}

    /// Empty where there are more features, or no classes.
    static Optional<PlaneSamples> of(TrainingSet set) {
        TrainingData data = set.data();
        return set.plane()
                .filter(_ -> data.target() instanceof Target.Classes)
                .map(plane -> new PlaneSamples(plane, samples(data)));
    }

    private static List<Sample> samples(TrainingData data) {
        int[] kinds =
                data.target() instanceof Target.Classes(int _, int[] of)
                        ? of
                        : new int[data.rows()];
        return IntStream.range(0, data.rows())
                .mapToObj(row -> new Sample(data.value(row, 0), data.value(row, 1), kinds[row]))
                .toList();
    }
}
