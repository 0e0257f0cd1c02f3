package dev.weightscope.sweep;

import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.engine.AskedMoments;
import dev.weightscope.engine.SignalMoments;
import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import dev.weightscope.training.RunState;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A figure that a sweep measures at each of its points.
///
/// @param key never changes: `gradient-ratio`
/// @param label for people: `Gradient, first layer : last`
/// @param help what the number is, in one or two sentences
/// @param scale of its axis
/// @param level the value at which it tips, which curves are held against; empty for none
/// @param levelName what that means: `1: the gradient arrives as it left`
/// @param source what it is taken from
public record Measure(
        String key,
        String label,
        String help,
        ValueScale scale,
        OptionalDouble level,
        String levelName,
        Source source)
        implements Keyed {
    /// What a figure is taken from, and so what has to be computed for it.
    public sealed interface Source {
        /// The sizes of a signal, and of its gradient.
        ///
        /// @param moments all that the figure reads
        record Signal(AskedMoments moments, SignalFigure figure) implements Source {}

        /// The singular values of the Jacobian of the last layer's output by the input, at the
        /// first input.
        record Spectrum(ToDoubleFunction<DepthSpectrum> figure) implements Source {}

        /// A training.
        record Training(ToDoubleFunction<RunState> figure) implements Source {}
    }

    /// What is taken from the sizes of a signal.
    @FunctionalInterface
    public interface SignalFigure {
        double of(Experiment experiment, SignalMoments found);
    }

    /// One that tips at no value.
    static Measure of(String key, String label, String help, ValueScale scale, Source source) {
        return new Measure(key, label, help, scale, OptionalDouble.empty(), "", source);
    }

    Measure withLevel(double newLevel, String name) {
        return new Measure(key, label, help, scale, OptionalDouble.of(newLevel), name, source);
    }

    /// Whether networks are trained for it.
    public boolean isOfTraining() {
        return source instanceof Source.Training;
    }
}
