package dev.weightscope.sweep;

import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.engine.AskedMoments;
import dev.weightscope.engine.AskedMoments.Of;
import dev.weightscope.engine.SignalMoments;
import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.kernel.Moments;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Experiment;
import dev.weightscope.training.Curve;
import dev.weightscope.training.RunState;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The figures that can be swept.
public final class Measures {
    static final Measure GRADIENT_RATIO =
            backward(
                            "gradient-ratio",
                            "Gradient, first layer : last",
                            "RMS of the gradient by the pre-activations of the first layer over"
                                    + " that of the last, where it comes in.",
                            found -> first(found.gradients()).rms() / last(found.gradients()).rms())
                    .withLevel(1, "1: the gradient arrives as it left");

    static final Measure LAST_STD =
            forward(
                    "last-std",
                    "Std, last layer",
                    "Std of the last layer's activations, over samples and units.",
                    ValueScale.LOG,
                    found -> last(found.activations()).std());

    static final Measure FINAL_LOSS =
            training(
                    "final-loss",
                    "Loss at the last step",
                    "Training loss at the last step; NaN or Infinity where a run has diverged.",
                    ValueScale.LOG,
                    run -> last(run.loss()));

    /// In the order in which they are listed.
    public static final List<Measure> ALL =
            List.of(
                    GRADIENT_RATIO,
                    LAST_STD,
                    forward(
                                    "signal-ratio",
                                    "Signal, last layer : input",
                                    "RMS of the last layer's activations over that of the input.",
                                    ValueScale.LOG,
                                    found -> last(found.activations()).rms() / found.input().rms())
                            .withLevel(1, "1: the signal leaves as it came"),
                    forward(
                            "last-rms",
                            "RMS, last layer",
                            "Root mean square of the last layer's activations.",
                            ValueScale.LOG,
                            found -> last(found.activations()).rms()),
                    forward(
                            "last-unit-std",
                            "Per-unit std, last layer",
                            "Std of each unit of the last layer across samples, averaged over the"
                                    + " units: 0 where all samples look alike.",
                            ValueScale.LOG,
                            found -> last(found.activations()).perUnitStd()),
                    forward(
                            "saturated",
                            "Saturated, last layer",
                            "Share of the last layer's activations that are saturated.",
                            ValueScale.SHARE,
                            found -> share(last(found.activations()).saturatedCount(), found)),
                    forward(
                            "zeros",
                            "Zeros, last layer",
                            "Share of the last layer's activations that are exactly 0.",
                            ValueScale.SHARE,
                            found -> share(last(found.activations()).zeroCount(), found)),
                    Measure.of(
                            "dead",
                            "Dead units, at most",
                            "Share of units that are 0 for every sample, of the layer where it is"
                                    + " largest; 0 for activations that do not rectify.",
                            ValueScale.SHARE,
                            new Measure.Source.Signal(
                                    new AskedMoments(Of.ALL, Of.NONE), Measures::dead)),
                    forward(
                            "first-overflow",
                            "First layer that overflows",
                            "The first layer with an activation that is not finite; Infinity where"
                                    + " there is none.",
                            ValueScale.LINEAR,
                            Of.ALL,
                            Measures::firstOverflow),
                    backward(
                            "gradient-rms",
                            "Gradient RMS, first layer",
                            "RMS of the gradient by the pre-activations of the first layer, of a"
                                    + " unit-normal cotangent.",
                            found -> first(found.gradients()).rms()),
                    spectrum(
                            "condition",
                            "Condition number of the Jacobian",
                            "Largest over smallest singular value of the Jacobian of the last"
                                    + " layer's output by the input, at the first input; Infinity"
                                    + " where directions are lost.",
                            DepthSpectrum::condition),
                    spectrum(
                            "jacobian-mean-square",
                            "Mean square of the Jacobian",
                            "Mean square of these singular values.",
                            DepthSpectrum::meanSquare),
                    training(
                            "goal-step",
                            "Steps to the goal",
                            "The first step whose training loss is at most the goal; Infinity where"
                                    + " there is none.",
                            ValueScale.LINEAR,
                            run ->
                                    run.goalStep().isPresent()
                                            ? run.goalStep().getAsInt()
                                            : Double.POSITIVE_INFINITY),
                    FINAL_LOSS,
                    training(
                            "final-accuracy",
                            "Accuracy at the last step",
                            "Share of right answers at the last step; NaN where the target is a"
                                    + " number.",
                            ValueScale.SHARE,
                            run -> last(run.accuracy())),
                    training(
                            "test-accuracy",
                            "Accuracy on test rows",
                            "Share of right answers among the rows left for testing; NaN where"
                                    + " there are none (--test-share).",
                            ValueScale.SHARE,
                            run -> last(run.testAccuracy())));

    private Measures() {}

    /// Of the last layer, and of the input.
    private static Measure forward(
            String key,
            String label,
            String help,
            ValueScale scale,
            ToDoubleFunction<SignalMoments> figure) {
        return forward(key, label, help, scale, Of.LAST, figure);
    }

    private static Measure forward(
            String key,
            String label,
            String help,
            ValueScale scale,
            Of activations,
            ToDoubleFunction<SignalMoments> figure) {
        return Measure.of(
                key,
                label,
                help,
                scale,
                new Measure.Source.Signal(
                        new AskedMoments(activations, Of.NONE),
                        (_, found) -> figure.applyAsDouble(found)));
    }

    /// Of the first layer's gradient and the last layer's.
    private static Measure backward(
            String key, String label, String help, ToDoubleFunction<SignalMoments> figure) {
        return Measure.of(
                key,
                label,
                help,
                ValueScale.LOG,
                new Measure.Source.Signal(
                        new AskedMoments(Of.NONE, Of.ENDS),
                        (_, found) -> figure.applyAsDouble(found)));
    }

    private static Measure spectrum(
            String key, String label, String help, ToDoubleFunction<DepthSpectrum> figure) {
        return Measure.of(key, label, help, ValueScale.LOG, new Measure.Source.Spectrum(figure));
    }

    private static Measure training(
            String key,
            String label,
            String help,
            ValueScale scale,
            ToDoubleFunction<RunState> figure) {
        return Measure.of(key, label, help, scale, new Measure.Source.Training(figure));
    }

    private static Moments first(List<Moments> layers) {
        return layers.getFirst();
    }

    private static Moments last(List<Moments> layers) {
        return layers.getLast();
    }

    private static double last(Curve curve) {
        return curve.isEmpty() ? Double.NaN : curve.at(curve.length() - 1);
    }

    private static double share(long count, SignalMoments found) {
        return (double) count / last(found.activations()).count();
    }

    /// Of such an activation the values of units that are 0 for every sample count as saturated.
    private static double dead(Experiment experiment, SignalMoments found) {
        return experiment.activation().function().saturation() != Saturation.RECTIFIED
                ? 0
                : found.activations().stream()
                        .mapToDouble(layer -> (double) layer.saturatedCount() / layer.count())
                        .max()
                        .orElse(0);
    }

    private static double firstOverflow(SignalMoments found) {
        List<Moments> layers = found.activations();
        return IntStream.range(0, layers.size())
                .filter(layer ->
                        layers.get(layer).infiniteCount() > 0 || layers.get(layer).nanCount() > 0)
                .mapToDouble(layer -> layer + 1.0)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
