package dev.weightscope.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// [NormalizationBlock] in vectors: the same operations in the same order, hence the same bits. A
/// vector has at most [NormalizationBlock#PARTS] lanes, each of them a part or a column.
final class VectorNormalizationBlock extends NormalizationBlock {
    private static final VectorSpecies<Double> DOUBLES =
            DoubleVector.SPECIES_PREFERRED.length() > PARTS
                    ? DoubleVector.SPECIES_512
                    : DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    /// Floats that become one vector of doubles.
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE));

    @Override
    void addValues(float[] x, int at, int from, int to) {
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            int part = i & mask;
            DoubleVector.fromArray(DOUBLES, sums, part)
                    .add(FloatVector.fromArray(FLOATS, x, at + i).convertShape(F2D, DOUBLES, 0))
                    .intoArray(sums, part);
        }
        super.addValues(x, at, end, to);
    }

    @Override
    void addSquares(float[] x, int at, int from, int to) {
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            int part = i & mask;
            DoubleVector distance = distance(x, at + i, part);
            distance.fma(distance, DoubleVector.fromArray(DOUBLES, products, part))
                    .intoArray(products, part);
        }
        super.addSquares(x, at, end, to);
    }

    @Override
    void normalize(float[] x, int at, float[] out, int outAt, int from, int to) {
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            store(normalized(x, at + i, i & mask), out, outAt + i);
        }
        super.normalize(x, at, out, outAt, end, to);
    }

    @Override
    void addGradient(float[] d, float[] x, int at, int from, int to) {
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            int part = i & mask;
            DoubleVector gradient = doubles(d, i);
            DoubleVector.fromArray(DOUBLES, sums, part).add(gradient).intoArray(sums, part);
            gradient.fma(
                            normalized(x, at + i, part),
                            DoubleVector.fromArray(DOUBLES, products, part))
                    .intoArray(products, part);
        }
        super.addGradient(d, x, at, end, to);
    }

    @Override
    void back(float[] d, int dAt, float[] x, int at, int from, int to) {
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            int part = i & mask;
            DoubleVector distance =
                    doubles(d, dAt + i).sub(DoubleVector.fromArray(DOUBLES, sums, part));
            DoubleVector value =
                    normalized(x, at + i, part)
                            .neg()
                            .fma(DoubleVector.fromArray(DOUBLES, products, part), distance);
            store(DoubleVector.fromArray(DOUBLES, factors, part).mul(value), d, dAt + i);
        }
        super.back(d, dAt, x, at, end, to);
    }

    private static DoubleVector doubles(float[] x, int at) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, x, at).convertShape(F2D, DOUBLES, 0);
    }

    private static void store(DoubleVector value, float[] out, int at) {
        ((FloatVector) value.convertShape(D2F, FLOATS, 0)).intoArray(out, at);
    }

    private DoubleVector distance(float[] x, int at, int part) {
        return doubles(x, at).sub(DoubleVector.fromArray(DOUBLES, means, part));
    }

    private DoubleVector normalized(float[] x, int at, int part) {
        return distance(x, at, part).mul(DoubleVector.fromArray(DOUBLES, factors, part));
    }
}
