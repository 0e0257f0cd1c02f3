package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.INTS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// [HistogramBlock] that finds the slots of a vector of values at a time: at first as if all values
/// were in the range, which costs half, and again where one is not.
final class VectorHistogramBlock extends HistogramBlock {
    @Override
    void slots(HistogramCounter bins, float[] values, int from, int count, int[] out, int at) {
        int end = count - count % LANES;
        if (!areInside(bins, values, from, end, out, at)) {
            slotsOfAll(bins, values, from, end, out, at);
        }
        super.slots(bins, values, from + end, count - end, out, at + end);
    }

    /// Finds the slots of values that are in the range.
    ///
    /// @return whether all are; else `out` is of no use
    private static boolean areInside(
            HistogramCounter bins, float[] values, int from, int end, int[] out, int at) {
        FloatVector unit = FloatVector.broadcast(FLOATS, bins.unit);
        FloatVector origin = FloatVector.broadcast(FLOATS, -bins.originInUnits);
        FloatVector binsPerUnit = FloatVector.broadcast(FLOATS, bins.binsPerUnit);
        FloatVector fraction = FloatVector.broadcast(FLOATS, bins.fraction);
        IntVector originBin = IntVector.broadcast(INTS, bins.originBin);
        VectorMask<Float> inside = FLOATS.maskAll(true);
        for (int i = 0; i < end; i += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, from + i);
            inside =
                    inside.and(value.compare(GE, bins.lowest)).and(value.compare(LE, bins.highest));
            FloatVector position = value.fma(unit, origin).fma(binsPerUnit, fraction);
            IntVector whole = (IntVector) position.convert(F2I, 0);
            whole.sub(1, position.compare(LT, whole.convert(I2F, 0)).cast(INTS))
                    .add(originBin)
                    .max(0)
                    .min(bins.last())
                    .intoArray(out, at + i);
        }
        return inside.allTrue();
    }

    private static void slotsOfAll(
            HistogramCounter bins, float[] values, int from, int end, int[] out, int at) {
        FloatVector unit = FloatVector.broadcast(FLOATS, bins.unit);
        FloatVector origin = FloatVector.broadcast(FLOATS, -bins.originInUnits);
        FloatVector binsPerUnit = FloatVector.broadcast(FLOATS, bins.binsPerUnit);
        FloatVector fraction = FloatVector.broadcast(FLOATS, bins.fraction);
        IntVector originBin = IntVector.broadcast(INTS, bins.originBin);
        IntVector below = IntVector.broadcast(INTS, bins.below());
        IntVector above = IntVector.broadcast(INTS, bins.above());
        IntVector notFinite = IntVector.broadcast(INTS, bins.notFinite());
        for (int i = 0; i < end; i += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, from + i);
            FloatVector position = value.fma(unit, origin).fma(binsPerUnit, fraction);
            IntVector whole = (IntVector) position.convert(F2I, 0);
            whole.sub(1, position.compare(LT, whole.convert(I2F, 0)).cast(INTS))
                    .add(originBin)
                    .max(0)
                    .min(bins.last())
                    .blend(below, value.compare(LT, bins.lowest).cast(INTS))
                    .blend(above, value.compare(GT, bins.highest).cast(INTS))
                    .blend(
                            notFinite,
                            value.reinterpretAsInts()
                                    .and(Integer.MAX_VALUE)
                                    .compare(GE, 0x7f800000))
                    .intoArray(out, at + i);
        }
    }
}
