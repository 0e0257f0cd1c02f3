package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static jdk.incubator.vector.VectorOperators.D2I;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The slots of a [HistogramCounter], a vector of doubles at a time.
final class VectorHistogram {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int HALF = DOUBLES.length();
    private static final VectorSpecies<Integer> SLOTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(HALF * Integer.SIZE));

    private VectorHistogram() {}

    static void slots(HistogramCounter counter, float[] values, int from, int count, int[] slots) {
        int end = count - count % LANES;
        for (int i = 0; i < end; i += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, from + i);
            slots(counter, (DoubleVector) value.convert(F2D, 0), slots, i);
            slots(counter, (DoubleVector) value.convert(F2D, 1), slots, i + HALF);
        }
        for (int i = end; i < count; i++) {
            slots[i] = counter.slot(values[from + i]);
        }
    }

    private static void slots(HistogramCounter counter, DoubleVector value, int[] slots, int at) {
        DoubleVector position = value.mul(counter.unit);
        VectorMask<Double> finite = value.abs().compare(LT, Double.POSITIVE_INFINITY);
        DoubleVector slot =
                position.sub(counter.lowest)
                        .mul(counter.binsPerUnit)
                        .min(counter.last())
                        .blend(counter.below(), position.compare(LT, counter.lowest))
                        .blend(counter.above(), position.compare(GT, counter.highest))
                        .blend(counter.notFinite(), finite.not());
        slot.convertShape(D2I, SLOTS, 0).reinterpretAsInts().intoArray(slots, at);
    }
}
