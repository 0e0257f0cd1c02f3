package dev.weightscope.kernel;

import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.NumberFormat;
import java.util.List;

/// Runs the vector form's loops on small arrays until the JVM has compiled them: all that the time
/// goes into.
final class VectorRehearsal implements WarmingKernel.Rehearsal {
    private static final int SIDE = 128;

    /// Enough for the last of the loops to be compiled: a round then takes as long as the next.
    private static final int ROUNDS = 60;

    private static final List<UnitDraw> DRAWS =
            List.of(new UnitDraw.Uniform(), new UnitDraw.Normal(), new UnitDraw.TruncatedNormal(2));

    @Override
    public void run(Cancellation cancellation) {
        int size = SIDE * SIDE;
        float[] a = new float[size];
        float[] b = new float[size];
        float[] bias = new float[SIDE];
        Matrix square = new Matrix(a, SIDE, SIDE);
        Matrix out = new Matrix(b, SIDE, SIDE);
        Matrix row = new Matrix(a, 1, SIDE);
        Matrix outRow = new Matrix(b, 1, SIDE);
        RandomStream stream = new RandomStream(0, 0, Purpose.INPUT);
        // One thread: what is compiled serves all, and the others are left to the person's work.
        try (Kernel kernel = new VectorKernel(1)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (UnitDraw draw : DRAWS) {
                    kernel.fill(draw, stream, 0, a, 0, size, cancellation);
                }
                for (Orientation orientation : Orientation.values()) {
                    kernel.product(
                            square,
                            new ScaledMatrix(square, 0.5f),
                            orientation,
                            bias,
                            out,
                            cancellation);
                }
                kernel.product(
                        row,
                        ScaledMatrix.of(square),
                        Orientation.AS_STORED,
                        bias,
                        outRow,
                        cancellation);
                kernel.scale(0.5f, b, b, 0, size, cancellation);
                for (NumberFormat format : NumberFormat.values()) {
                    kernel.round(format, b, b, 0, size, cancellation);
                }
                kernel.histogram(a, size, new Bins(-3, 3, 50), cancellation);
                for (ActivationFunction function : ActivationFunction.values()) {
                    Activation activation = Activation.of(function);
                    kernel.activate(activation, a, b, 0, size, cancellation);
                    kernel.slope(activation, a, b, 0, size, cancellation);
                }
                for (ActivationFunction.Saturation saturation :
                        ActivationFunction.Saturation.values()) {
                    kernel.moments(b, SIDE, SIDE, saturation, cancellation);
                }
            }
        }
    }
}
