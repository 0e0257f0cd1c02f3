package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import dev.weightscope.model.Activation;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// [ScalarSmallLoops] in vectors, of the same bits: a lane is a column, and no sum crosses lanes.
final class VectorSmallLoops implements SmallLoops {
    private static final MethodHandle[] EXPONENTIAL =
            OutOfLine.handle(
                    VectorSmallLoops.class, "exponentials", float[].class, int.class, int.class);

    private final Form form;

    VectorSmallLoops(Form form) {
        this.form = form;
    }

    @Override
    public void product(Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        VectorSmallProduct.compute(a, b, out, rows, inner, columns);
    }

    @Override
    public void transpose(Strided in, int rows, int columns, Strided out) {
        VectorTranspose.run(
                in.values(),
                in.at(),
                in.stride(),
                rows,
                columns,
                1,
                out.values(),
                out.at(),
                out.stride(),
                form.scratch().floats(Scratch.Use.TRANSPOSITION, VectorTranspose.WORK));
    }

    @Override
    public void activate(Activation activation, float[] in, float[] out, int from, int to) {
        form.activate(ActivationLoops.of(activation), in, out, from, to, form.scratch());
    }

    /// What is less than a vector at the end is computed in plain loops.
    @Override
    public void activateWithSlope(
            Activation activation, float[] values, float[] out, int from, int to) {
        ActivationLoops loops = ActivationLoops.of(activation);
        if (loops instanceof FusedLoops fused) {
            int end = to - (to - from) % LANES;
            fused.vectorValuesAndSlopes(values, out, from, end);
            fused.valuesAndSlopes(values, out, end, to);
        } else {
            ScalarSmallLoops.apart(form, loops, values, out, from, to);
        }
    }

    @Override
    public void productTransposed(
            Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        DotProducts.compute(a, b, out, rows, inner, columns, VectorDotProducts::parts);
    }

    @Override
    public void exponential(float[] values, int from, int to) {
        int end = to - (to - from) % LANES;
        try {
            EXPONENTIAL[0].invokeExact(values, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        for (int i = end; i < to; i++) {
            values[i] = ElementaryFunctions.exp(values[i]);
        }
    }

    static void exponentials(float[] values, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.exp(FloatVector.fromArray(FLOATS, values, i)).intoArray(values, i);
        }
    }

    @Override
    public Extremes extremes(Strided x, int rows, int columns) {
        return VectorExtremes.of(x, rows, columns);
    }

    @Override
    public Sums sums(Strided x, int rows, int columns) {
        return VectorSums.of(x, rows, columns);
    }
}
