package dev.weightscope.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Sums of values and of their squares, as [SmallLoops#sums] defines them, in vectors of double:
/// each lane is a part.
final class VectorSums {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    /// Floats that become one vector of doubles.
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE));

    private static final MethodHandle[] LANES_OF_ROWS =
            OutOfLine.handle(
                    VectorSums.class,
                    "add",
                    float[].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class,
                    double[].class,
                    double[].class,
                    int.class);

    private VectorSums() {}

    static SmallLoops.Sums of(Strided x, int rows, int columns) {
        double[] sums = new double[SmallLoops.WIDTH];
        double[] squares = new double[SmallLoops.WIDTH];
        for (int part = 0; part < Math.min(columns, SmallLoops.WIDTH); part += LANES) {
            try {
                LANES_OF_ROWS[0].invokeExact(
                        x.values(),
                        x.at() + part,
                        x.stride(),
                        rows,
                        columns - part,
                        sums,
                        squares,
                        part);
            } catch (Throwable thrown) {
                throw OutOfLine.unchecked(thrown);
            }
        }
        return ScalarSmallLoops.total(sums, squares);
    }

    /// Adds the elements of one vector's parts, the first of which is `part`. Past a row's end
    /// zeros are added, which change no sum.
    static void add(
            float[] x,
            int at,
            int stride,
            int rows,
            int columns,
            double[] sums,
            double[] squares,
            int part) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        DoubleVector square = sum;
        int whole = columns - LANES;
        for (int i = 0, row = at; i < rows; i++, row += stride) {
            int j = 0;
            for (; j <= whole; j += SmallLoops.WIDTH) {
                DoubleVector value =
                        (DoubleVector)
                                FloatVector.fromArray(FLOATS, x, row + j)
                                        .convertShape(F2D, DOUBLES, 0);
                sum = sum.add(value);
                square = value.fma(value, square);
            }
            if (j < columns) {
                VectorMask<Float> inside = FLOATS.indexInRange(j, columns);
                DoubleVector value =
                        (DoubleVector)
                                FloatVector.fromArray(FLOATS, x, row + j, inside)
                                        .convertShape(F2D, DOUBLES, 0);
                sum = sum.add(value);
                square = value.fma(value, square);
            }
        }
        sum.intoArray(sums, part);
        square.intoArray(squares, part);
    }
}
