package dev.weightscope.kernel;

import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import java.util.List;

/// Runs the loops of a form on small arrays until the JVM has compiled them: all that take a
/// noticeable part of an answer's time.
final class VectorRehearsal implements WarmingForm.Rehearsal {
    private static final int SIDE = 128;

    /// Inputs of the layers that are there for their activations' sake.
    private static final int FEW = 8;

    /// After so many the last of the loops is compiled: a round then takes as long as the next.
    private static final int ROUNDS = 60;

    private static final Bins BINS = new Bins(-3, 3, 50);

    private static final List<UnitDraw> DRAWS =
            List.of(new UnitDraw.Uniform(), new UnitDraw.Normal(), new UnitDraw.TruncatedNormal(2));

    private final float[] a = new float[SIDE * SIDE];
    private final float[] z = new float[SIDE * SIDE];
    private final float[] y = new float[SIDE * SIDE];
    private final float[] bias = new float[SIDE];

    @Override
    public void run(Form form, Cancellation cancellation) {
        // one thread, since compiled code serves all of them: the others are left to answers
        try (Kernel kernel = new TiledKernel(CurrentForm.fixed(form), 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                draws(kernel, cancellation);
                layers(kernel, cancellation);
                gradients(kernel, cancellation);
                others(kernel, cancellation);
            }
        }
    }

    private void draws(Kernel kernel, Cancellation cancellation) {
        RandomStream stream = new RandomStream(0, 0, Purpose.INPUT);
        for (UnitDraw draw : DRAWS) {
            kernel.fill(draw, stream, 0, a, 0, a.length, cancellation);
        }
    }

    private void layers(Kernel kernel, Cancellation cancellation) {
        for (NumberFormat format : NumberFormat.values()) {
            for (int samples : new int[] {SIDE, 1}) {
                Activation linear = Activation.of(ActivationFunction.LINEAR);
                kernel.layer(layer(samples, SIDE, linear, format), BINS, cancellation);
            }
        }
        for (ActivationFunction function : ActivationFunction.values()) {
            DenseLayer layer = layer(SIDE, FEW, Activation.of(function), NumberFormat.FLOAT32);
            kernel.layer(layer, BINS, cancellation);
        }
    }

    private DenseLayer layer(int samples, int inputs, Activation activation, NumberFormat format) {
        return new DenseLayer(
                new Matrix(a, samples, inputs),
                new ScaledMatrix(new Matrix(a, inputs, SIDE), 0.5f),
                bias,
                new Matrix(z, samples, SIDE),
                activation,
                format,
                new Matrix(y, samples, SIDE));
    }

    private void gradients(Kernel kernel, Cancellation cancellation) {
        Activation linear = Activation.of(ActivationFunction.LINEAR);
        kernel.weightGradient(
                new WeightGradient(square(a), square(z), NumberFormat.FLOAT32, square(y)),
                BINS,
                cancellation);
        for (ActivationFunction function : ActivationFunction.values()) {
            layerBack(kernel, FEW, Activation.of(function), cancellation);
        }
        layerBack(kernel, SIDE, linear, cancellation);
        for (Normalization normalization : Normalization.values()) {
            kernel.activation(
                    new ActivationLayer(
                            normalization, linear, square(a), NumberFormat.FLOAT32, square(y)),
                    BINS,
                    cancellation);
            kernel.activationBack(
                    new ActivationGradient(
                            normalization,
                            linear,
                            0.5f,
                            square(a),
                            square(y),
                            square(z),
                            NumberFormat.FLOAT32,
                            square(y)),
                    BINS,
                    cancellation);
        }
    }

    private void layerBack(
            Kernel kernel, int outputs, Activation activation, Cancellation cancellation) {
        Matrix narrow = new Matrix(a, SIDE, outputs);
        kernel.layerBack(
                new GradientLayer(
                        narrow,
                        new ScaledMatrix(narrow, 0.5f),
                        square(z),
                        NumberFormat.FLOAT32,
                        square(y),
                        new GradientLayer.Slope(activation, 0.5f, square(a), square(y))),
                BINS,
                BINS,
                cancellation);
    }

    private static Matrix square(float[] values) {
        return new Matrix(values, SIDE, SIDE);
    }

    private void others(Kernel kernel, Cancellation cancellation) {
        kernel.scale(0.5f, y, y, 0, y.length, cancellation);
        for (NumberFormat format : NumberFormat.values()) {
            kernel.round(format, y, y, 0, y.length, cancellation);
        }
        kernel.histogram(a, a.length, BINS, cancellation);
        kernel.range(a, a.length);
        kernel.powers(a, a.length, 0.5);
        for (ActivationFunction.Saturation saturation : ActivationFunction.Saturation.values()) {
            kernel.moments(a, SIDE, SIDE, saturation, cancellation);
        }
    }
}
