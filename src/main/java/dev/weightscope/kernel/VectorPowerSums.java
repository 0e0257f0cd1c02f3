package dev.weightscope.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// [PowerSums] in vectors: each lane is a part, and two vectors of parts are summed at a time, as
/// an addition waits for the one before.
final class VectorPowerSums {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    /// Floats that become one vector of doubles.
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE));

    /// Values that all parts are summed of before the next ones: they stay in the first-level
    /// cache.
    private static final int BLOCK = 8192;

    private static final MethodHandle[] TWO_VECTORS =
            OutOfLine.handle(
                    VectorPowerSums.class,
                    "lanes",
                    float[].class,
                    int.class,
                    int.class,
                    double.class,
                    double[][].class,
                    int.class);

    private VectorPowerSums() {}

    /// As [PowerSums#plain], with the values behind the last that all parts have in plain loops.
    static PowerSums of(float[] values, int length, double center) {
        int whole = PowerSums.PARTS % (2 * LANES) == 0 ? length - length % PowerSums.PARTS : 0;
        double[][] sums = PowerSums.none();
        for (int at = 0; at < whole; at += BLOCK) {
            int end = Math.min(at + BLOCK, whole);
            for (int part = 0; part < PowerSums.PARTS; part += 2 * LANES) {
                try {
                    TWO_VECTORS[0].invokeExact(values, at, end, center, sums, part);
                } catch (Throwable thrown) {
                    throw OutOfLine.unchecked(thrown);
                }
            }
        }
        PowerSums.add(values, whole, length, center, sums);
        return PowerSums.total(sums);
    }

    /// Adds the values of two vectors' parts, the first of which is `part`.
    static void lanes(float[] values, int from, int end, double center, double[][] sums, int part) {
        double[] first = sums[0];
        double[] second = sums[1];
        double[] third = sums[2];
        double[] fourth = sums[3];
        DoubleVector left1 = DoubleVector.fromArray(DOUBLES, first, part);
        DoubleVector left2 = DoubleVector.fromArray(DOUBLES, second, part);
        DoubleVector left3 = DoubleVector.fromArray(DOUBLES, third, part);
        DoubleVector left4 = DoubleVector.fromArray(DOUBLES, fourth, part);
        DoubleVector right1 = DoubleVector.fromArray(DOUBLES, first, part + LANES);
        DoubleVector right2 = DoubleVector.fromArray(DOUBLES, second, part + LANES);
        DoubleVector right3 = DoubleVector.fromArray(DOUBLES, third, part + LANES);
        DoubleVector right4 = DoubleVector.fromArray(DOUBLES, fourth, part + LANES);
        DoubleVector centers = DoubleVector.broadcast(DOUBLES, center);
        for (int i = from + part; i < end; i += PowerSums.PARTS) {
            DoubleVector left =
                    ((DoubleVector)
                                    FloatVector.fromArray(FLOATS, values, i)
                                            .convertShape(F2D, DOUBLES, 0))
                            .sub(centers);
            DoubleVector right =
                    ((DoubleVector)
                                    FloatVector.fromArray(FLOATS, values, i + LANES)
                                            .convertShape(F2D, DOUBLES, 0))
                            .sub(centers);
            DoubleVector leftSquare = left.mul(left);
            DoubleVector rightSquare = right.mul(right);
            left1 = left1.add(left);
            right1 = right1.add(right);
            left2 = left2.add(leftSquare);
            right2 = right2.add(rightSquare);
            left3 = leftSquare.fma(left, left3);
            right3 = rightSquare.fma(right, right3);
            left4 = leftSquare.fma(leftSquare, left4);
            right4 = rightSquare.fma(rightSquare, right4);
        }
        left1.intoArray(first, part);
        left2.intoArray(second, part);
        left3.intoArray(third, part);
        left4.intoArray(fourth, part);
        right1.intoArray(first, part + LANES);
        right2.intoArray(second, part + LANES);
        right3.intoArray(third, part + LANES);
        right4.intoArray(fourth, part + LANES);
    }
}
