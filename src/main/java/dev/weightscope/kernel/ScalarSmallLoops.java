package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import java.util.Arrays;

/// Plain loops: the definition of every bit.
final class ScalarSmallLoops implements SmallLoops {
    /// Rows of sums that share a row of the second operand.
    private static final int HEIGHT = 4;

    /// Columns of a pass: their sums stay in the first-level cache.
    private static final int COLUMNS = 512;

    private final Form form;

    ScalarSmallLoops(Form form) {
        this.form = form;
    }

    /// Only arrays that are read and written at one and the same index are turned into vectors by
    /// the JIT compiler; hence the copies.
    @Override
    public void product(Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        float[][] work = form.scratch().rows(HEIGHT + 1, COLUMNS);
        for (int j = 0; j < columns; j += COLUMNS) {
            int width = Math.min(COLUMNS, columns - j);
            for (int i = 0; i < rows; i += HEIGHT) {
                int height = Math.min(HEIGHT, rows - i);
                sums(a.fromRow(i), height, b.fromColumn(j), inner, width, work);
                for (int row = 0; row < height; row++) {
                    int to = out.at() + (i + row) * out.stride() + j;
                    System.arraycopy(work[row], 0, out.values(), to, width);
                }
            }
        }
    }

    /// Of up to four rows; those past the last are computed as the last.
    private static void sums(
            Strided a, int height, Strided b, int inner, int width, float[][] work) {
        for (int row = 0; row < HEIGHT; row++) {
            Arrays.fill(work[row], 0, width, 0);
        }
        int row0 = a.at();
        int row1 = a.at() + Math.min(1, height - 1) * a.stride();
        int row2 = a.at() + Math.min(2, height - 1) * a.stride();
        int row3 = a.at() + Math.min(3, height - 1) * a.stride();
        float[] values = a.values();
        float[] copy = work[HEIGHT];
        for (int k = 0; k < inner; k++) {
            System.arraycopy(b.values(), b.at() + k * b.stride(), copy, 0, width);
            add(
                    values[row0 + k],
                    values[row1 + k],
                    values[row2 + k],
                    values[row3 + k],
                    width,
                    work);
        }
    }

    private static void add(float a0, float a1, float a2, float a3, int width, float[][] work) {
        float[] c0 = work[0];
        float[] c1 = work[1];
        float[] c2 = work[2];
        float[] c3 = work[3];
        float[] b = work[HEIGHT];
        for (int j = 0; j < width; j++) {
            float x = b[j];
            c0[j] = Math.fma(a0, x, c0[j]);
            c1[j] = Math.fma(a1, x, c1[j]);
            c2[j] = Math.fma(a2, x, c2[j]);
            c3[j] = Math.fma(a3, x, c3[j]);
        }
    }

    @Override
    public void transpose(Strided in, int rows, int columns, Strided out) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.values()[out.at() + j * out.stride() + i] =
                        in.values()[in.at() + i * in.stride() + j];
            }
        }
    }

    @Override
    public void activate(Activation activation, float[] in, float[] out, int from, int to) {
        ActivationLoops.of(activation).values(in, out, from, to);
    }

    @Override
    public void activateWithSlope(
            Activation activation, float[] values, float[] out, int from, int to) {
        ActivationLoops loops = ActivationLoops.of(activation);
        if (loops instanceof FusedLoops fused) {
            fused.valuesAndSlopes(values, out, from, to);
        } else {
            apart(form, loops, values, out, from, to);
        }
    }

    /// Values, then slopes by the loops that multiply by them.
    static void apart(
            Form form, ActivationLoops loops, float[] values, float[] out, int from, int to) {
        Scratch scratch = form.scratch();
        float[] in = scratch.floats(Scratch.Use.PRE_ACTIVATIONS, COLUMNS);
        float[] slopes = scratch.floats(Scratch.Use.SLOPES, COLUMNS);
        for (int i = from; i < to; i += COLUMNS) {
            int count = Math.min(COLUMNS, to - i);
            System.arraycopy(values, i, in, 0, count);
            Arrays.fill(slopes, 0, count, 1);
            form.activate(loops, values, out, i, i + count, scratch);
            form.slope(loops, in, slopes, 0, count, scratch);
            System.arraycopy(slopes, 0, values, i, count);
        }
    }

    @Override
    public void productTransposed(
            Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        DotProducts.compute(a, b, out, rows, inner, columns, DotProducts::plain);
    }

    @Override
    public void exponential(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = ElementaryFunctions.exp(values[i]);
        }
    }

    @Override
    public Extremes extremes(Strided x, int rows, int columns) {
        return Extremes.plain(x, rows, 0, columns);
    }

    @Override
    public Sums sums(Strided x, int rows, int columns) {
        double[] sums = new double[WIDTH];
        double[] squares = new double[WIDTH];
        for (int i = 0; i < rows; i++) {
            int at = x.at() + i * x.stride();
            for (int j = 0; j < columns; j++) {
                double value = x.values()[at + j];
                int part = j % WIDTH;
                sums[part] += value;
                squares[part] = Math.fma(value, value, squares[part]);
            }
        }
        return total(sums, squares);
    }

    static Sums total(double[] sums, double[] squares) {
        double sum = 0;
        double square = 0;
        for (int part = 0; part < WIDTH; part++) {
            sum += sums[part];
            square += squares[part];
        }
        return new Sums(sum, square);
    }
}
