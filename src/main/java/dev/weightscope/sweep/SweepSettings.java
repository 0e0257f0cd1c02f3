package dev.weightscope.sweep;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.SliderScale;
import dev.weightscope.race.TrainingSettings;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is swept, and what is measured.
///
/// @param over the axis to the right
/// @param and a second axis, upwards; empty for curves alone
/// @param draws how many networks at each point, 1..[#MOST_DRAWS], with the seeds from the
///   experiment's own on
/// @param slice which of all runs
/// @param training how networks are trained, for the measures that ask for it
public record SweepSettings(
        Way over,
        Optional<Way> and,
        Measure measure,
        int draws,
        Slice slice,
        TrainingSettings training) {
    static final int MOST_DRAWS = 100;

    private static final int POINTS = 25;
    private static final int ROWS = 10;

    /// As deep as networks without remedies are; the slider goes on to where they take long.
    private static final double MOST_LAYERS = 40;

    /// The gradient over the gain.
    static final SweepSettings DEFAULT =
            new SweepSettings(
                    way("gain", POINTS),
                    Optional.empty(),
                    Measures.GRADIENT_RATIO,
                    1,
                    Slice.WHOLE,
                    TrainingSettings.DEFAULT.withDraws(1));

    public SweepSettings {
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new Refusal("draws %d is outside 1..%d".formatted(draws, MOST_DRAWS));
        }
    }

    private static Way way(String key, int points) {
        return new Way(
                SweptOptions.ALL.stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                points,
                SliderScale.LINEAR);
    }

    /// What a second axis begins as.
    static Way second() {
        return way("depth", ROWS).withTo(OptionalDouble.of(MOST_LAYERS));
    }

    SweepSettings withOver(Way newOver) {
        return new SweepSettings(newOver, and, measure, draws, slice, training);
    }

    SweepSettings withAnd(Optional<Way> newAnd) {
        return new SweepSettings(over, newAnd, measure, draws, slice, training);
    }

    SweepSettings withMeasure(Measure newMeasure) {
        return new SweepSettings(over, and, newMeasure, draws, slice, training);
    }

    SweepSettings withDraws(int newDraws) {
        return new SweepSettings(over, and, measure, newDraws, slice, training);
    }

    SweepSettings withSlice(Slice newSlice) {
        return new SweepSettings(over, and, measure, draws, newSlice, training);
    }

    public SweepSettings withTraining(TrainingSettings newTraining) {
        return new SweepSettings(over, and, measure, draws, slice, newTraining);
    }

    /// Keys of the options of an experiment, or of a training, that are swept: of σ_w² the gain, of
    /// σ_b² the scale of biases.
    public Set<String> swept() {
        return Stream.concat(Stream.of(over), and.stream())
                .map(way -> SweptOptions.changed(way.option()))
                .collect(Collectors.toSet());
    }

    /// Whether a training's options decide anything.
    boolean trains() {
        return measure.isOfTraining();
    }
}
