package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.List;

/// Runs the [SmallLoops] of a form until the JVM has compiled them, as [VectorRehearsal] does with
/// all others: a second of work, or a fifth of one after that, which shares its functions.
final class SmallRehearsal implements WarmingForm.Rehearsal {
    private static final int SIDE = 128;
    private static final int ROUNDS = 60;

    /// The usual ones, and those that losses are made of; the rest are compiled when all loops are.
    private static final List<ActivationFunction> USUAL =
            List.of(
                    ActivationFunction.TANH,
                    ActivationFunction.RELU,
                    ActivationFunction.SIGMOID,
                    ActivationFunction.SOFTPLUS,
                    ActivationFunction.LINEAR);

    /// Rows by vectors of products that together take each loop.
    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(10, 4),
                    new Shape(24, 3),
                    new Shape(12, 3),
                    new Shape(8, 2),
                    new Shape(3, 3));

    private record Shape(int rows, int vectors) {}

    private final float[] a = new float[SIDE * SIDE];
    private final float[] b = new float[SIDE * SIDE];
    private final float[] c = new float[SIDE * SIDE];

    @Override
    public void run(Form form, Cancellation cancellation) {
        SmallLoops loops = form.small();
        Strided in = new Strided(a, 0, SIDE);
        Strided out = new Strided(c, 0, SIDE);
        for (int round = 0; round < ROUNDS; round++) {
            for (Shape shape : SHAPES) {
                cancellation.throwIfCancelled();
                loops.product(
                        in,
                        new Strided(b, 0, SIDE),
                        out,
                        shape.rows,
                        SIDE,
                        shape.vectors * SmallLoops.WIDTH);
            }
            loops.productTransposed(in, new Strided(b, 0, SIDE), out, 1, SIDE, SmallLoops.WIDTH);
            loops.transpose(in, SmallLoops.WIDTH, SIDE, out);
            loops.sums(in, SmallLoops.WIDTH, SIDE - 1);
            loops.extremes(in, SmallLoops.WIDTH, SIDE - 1);
            loops.exponential(c, 0, SIDE);
            for (ActivationFunction function : USUAL) {
                Activation activation = Activation.of(function);
                System.arraycopy(a, 0, b, 0, 8 * SIDE);
                loops.activate(activation, b, c, 0, 8 * SIDE);
                loops.activateWithSlope(activation, b, c, 0, 8 * SIDE);
            }
        }
    }
}
