package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// A block whose columns are lanes, summed and counted in registers down all its rows.
final class VectorMomentsBlock extends MomentsBlock {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int HALF = DOUBLES.length();

    @Override
    void takeColumns() {
        int end = width - width % LANES;
        for (int j = 0; j < end; j += LANES) {
            sum(j);
            compare(j);
            if (bounded) {
                saturate(j);
            }
        }
        if (end < width) {
            takeColumnsFrom(end);
        }
    }

    private void sum(int j) {
        DoubleVector leftShift = DoubleVector.fromArray(DOUBLES, shift, j);
        DoubleVector rightShift = DoubleVector.fromArray(DOUBLES, shift, j + HALF);
        DoubleVector leftSum = DoubleVector.zero(DOUBLES);
        DoubleVector rightSum = DoubleVector.zero(DOUBLES);
        DoubleVector leftSquares = DoubleVector.zero(DOUBLES);
        DoubleVector rightSquares = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < rows; i++) {
            FloatVector value = load(i, j);
            DoubleVector left =
                    ((DoubleVector) value.convert(VectorOperators.F2D, 0)).sub(leftShift);
            DoubleVector right =
                    ((DoubleVector) value.convert(VectorOperators.F2D, 1)).sub(rightShift);
            leftSum = leftSum.add(left);
            rightSum = rightSum.add(right);
            leftSquares = left.fma(left, leftSquares);
            rightSquares = right.fma(right, rightSquares);
        }
        leftSum.intoArray(sums, j);
        rightSum.intoArray(sums, j + HALF);
        leftSquares.intoArray(sumsOfSquares, j);
        rightSquares.intoArray(sumsOfSquares, j + HALF);
    }

    private void compare(int j) {
        FloatVector low = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
        FloatVector high = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        FloatVector others = FloatVector.zero(FLOATS);
        for (int i = 0; i < rows; i++) {
            FloatVector value = load(i, j);
            low = low.min(value);
            high = high.max(value);
            others = others.add(1, value.compare(VectorOperators.NE, 0));
        }
        low.intoArray(lowest, j);
        high.intoArray(highest, j);
        others.intoArray(nonzero, j);
    }

    private void saturate(int j) {
        FloatVector count = FloatVector.zero(FLOATS);
        for (int i = 0; i < rows; i++) {
            FloatVector value = load(i, j);
            count =
                    count.add(1, value.compare(VectorOperators.GT, bounds.high()))
                            .add(1, value.compare(VectorOperators.LT, bounds.low()));
        }
        count.intoArray(saturated, j);
    }

    private FloatVector load(int i, int j) {
        return FloatVector.fromArray(FLOATS, values, offset + i * stride + j);
    }
}
