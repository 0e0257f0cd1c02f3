package dev.weightscope.kernel;

import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
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

    private void others(Kernel kernel, Cancellation cancellation) {
        Matrix square = new Matrix(a, SIDE, SIDE);
        for (Orientation orientation : Orientation.values()) {
            ScaledMatrix scaled = new ScaledMatrix(square, 0.5f);
            kernel.product(
                    square, scaled, orientation, bias, new Matrix(z, SIDE, SIDE), cancellation);
        }
        for (ActivationFunction function : ActivationFunction.values()) {
            kernel.slope(Activation.of(function), a, y, 0, y.length, cancellation);
        }
        kernel.scale(0.5f, y, y, 0, y.length, cancellation);
        for (NumberFormat format : NumberFormat.values()) {
            kernel.round(format, y, y, 0, y.length, cancellation);
        }
        kernel.histogram(a, a.length, BINS, cancellation);
        for (ActivationFunction.Saturation saturation : ActivationFunction.Saturation.values()) {
            kernel.moments(a, SIDE, SIDE, saturation, cancellation);
        }
    }
}
