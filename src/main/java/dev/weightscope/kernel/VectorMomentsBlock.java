package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// [MomentsBlock] in vectors: columns are lanes, whose sums over all rows stay in registers.
///
/// Extremes are those of the values' bits as integers, which take one instruction each where those
/// of floats take six: signed, they order positive floats, and unsigned, negative ones by
/// magnitude. They also tell whether any value is 0 or saturated; only then are such values
/// counted.
final class VectorMomentsBlock extends MomentsBlock {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int HALF = DOUBLES.length();

    /// Floats that become one vector of doubles: cheaper to load than to take from a whole one.
    private static final VectorSpecies<Float> HALF_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(HALF * Float.SIZE));

    @Override
    void takeColumns(int count) {
        if (count < LANES) {
            super.takeColumns(count);
            return;
        }
        for (int j = 0; j < count; j += LANES) {
            takeLanes(Math.min(j, count - LANES)); // the last may take some columns again
        }
    }

    private void takeLanes(int j) {
        int first = offset + j;
        DoubleVector leftShift =
                (DoubleVector)
                        FloatVector.fromArray(HALF_FLOATS, values, first)
                                .convertShape(F2D, DOUBLES, 0);
        DoubleVector rightShift =
                (DoubleVector)
                        FloatVector.fromArray(HALF_FLOATS, values, first + HALF)
                                .convertShape(F2D, DOUBLES, 0);
        DoubleVector leftSum = DoubleVector.zero(DOUBLES);
        DoubleVector rightSum = leftSum;
        DoubleVector leftSquares = leftSum;
        DoubleVector rightSquares = leftSum;
        IntVector least = FloatVector.fromArray(FLOATS, values, first).reinterpretAsInts();
        IntVector most = least;
        IntVector leastUnsigned = least;
        IntVector mostUnsigned = least;
        for (int i = 0, at = first; i < rows; i++, at += stride) {
            DoubleVector left =
                    ((DoubleVector)
                                    FloatVector.fromArray(HALF_FLOATS, values, at)
                                            .convertShape(F2D, DOUBLES, 0))
                            .sub(leftShift);
            DoubleVector right =
                    ((DoubleVector)
                                    FloatVector.fromArray(HALF_FLOATS, values, at + HALF)
                                            .convertShape(F2D, DOUBLES, 0))
                            .sub(rightShift);
            leftSum = leftSum.add(left);
            rightSum = rightSum.add(right);
            leftSquares = left.fma(left, leftSquares);
            rightSquares = right.fma(right, rightSquares);
            IntVector bits = FloatVector.fromArray(FLOATS, values, at).reinterpretAsInts();
            least = least.min(bits);
            most = most.max(bits);
            leastUnsigned = leastUnsigned.lanewise(UMIN, bits);
            mostUnsigned = mostUnsigned.lanewise(UMAX, bits);
        }
        double share = 1.0 / rows;
        leftShift.add(leftSum.mul(share)).intoArray(means, j);
        rightShift.add(rightSum.mul(share)).intoArray(means, j + HALF);
        leftSquares.sub(leftSum.mul(leftSum).mul(share)).max(0).intoArray(squares, j);
        rightSquares.sub(rightSum.mul(rightSum).mul(share)).max(0).intoArray(squares, j + HALF);
        FloatVector low = least.blend(mostUnsigned, least.compare(LT, 0)).reinterpretAsFloats();
        FloatVector high = least.blend(most, most.compare(GE, 0)).reinterpretAsFloats();
        low.intoArray(lowest, j);
        high.intoArray(highest, j);
        boolean anyZero =
                leastUnsigned.compare(EQ, 0).or(least.compare(EQ, Integer.MIN_VALUE)).anyTrue();
        boolean anySaturated =
                low.compare(LT, bounds.low()).or(high.compare(GT, bounds.high())).anyTrue();
        countZeros(j, anyZero ? rows : 0);
        countSaturated(j, anySaturated ? rows : 0);
    }

    /// Counts in so many rows.
    private void countZeros(int j, int end) {
        FloatVector count = FloatVector.zero(FLOATS);
        for (int i = 0, at = offset + j; i < end; i++, at += stride) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, at);
            count = count.add(1, value.compare(EQ, 0));
        }
        count.intoArray(zeros, j);
    }

    /// Counts in so many rows.
    private void countSaturated(int j, int end) {
        FloatVector count = FloatVector.zero(FLOATS);
        for (int i = 0, at = offset + j; i < end; i++, at += stride) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, at);
            count =
                    count.add(
                            1,
                            value.compare(LT, bounds.low()).or(value.compare(GT, bounds.high())));
        }
        count.intoArray(saturated, j);
    }
}
