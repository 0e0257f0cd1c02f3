package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.EXPM1_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.EXP_HIGHEST;
import static dev.weightscope.kernel.ElementaryFunctions.EXP_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.LN2_HIGH;
import static dev.weightscope.kernel.ElementaryFunctions.LN2_LOW;
import static dev.weightscope.kernel.ElementaryFunctions.LOG2_E;
import static dev.weightscope.kernel.ElementaryFunctions.ROUNDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// [ElementaryFunctions] in vectors: the same operations in the same order, hence the same bits.
final class VectorFunctions {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.preferredShape());
    static final int LANES = FLOATS.length();

    private static final int SIGN = 0x80000000;

    static final FloatVector ONE = constant(1);
    private static final FloatVector TWO = constant(2);
    private static final FloatVector HALF = constant(0.5f);
    private static final FloatVector MINUS_HALF = constant(-0.5f);
    private static final FloatVector LOG2_E_LANES = constant(LOG2_E);
    private static final FloatVector ROUNDER_LANES = constant(ROUNDER);
    static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final FloatVector LN2_HIGH_LANES = constant(LN2_HIGH);
    private static final FloatVector MINUS_LN2_HIGH = constant(-LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = constant(-LN2_LOW);
    private static final IntVector BIAS = IntVector.broadcast(INTS, 127);

    private static final FloatVector EXPM1_5 = constant(ElementaryFunctions.EXPM1_5);
    private static final FloatVector EXPM1_4 = constant(ElementaryFunctions.EXPM1_4);
    private static final FloatVector EXPM1_3 = constant(ElementaryFunctions.EXPM1_3);
    private static final FloatVector EXPM1_2 = constant(ElementaryFunctions.EXPM1_2);
    private static final FloatVector EXPM1_1 = constant(ElementaryFunctions.EXPM1_1);
    private static final FloatVector EXPM1_0 = constant(ElementaryFunctions.EXPM1_0);

    private static final FloatVector LOG1P_4 = constant(ElementaryFunctions.LOG1P_4);
    private static final FloatVector LOG1P_3 = constant(ElementaryFunctions.LOG1P_3);
    private static final FloatVector LOG1P_2 = constant(ElementaryFunctions.LOG1P_2);
    private static final FloatVector LOG1P_1 = constant(ElementaryFunctions.LOG1P_1);
    private static final FloatVector LOG1P_0 = constant(ElementaryFunctions.LOG1P_0);

    private static final FloatVector LOG_8 = constant(ElementaryFunctions.LOG_8);
    private static final FloatVector LOG_7 = constant(ElementaryFunctions.LOG_7);
    private static final FloatVector LOG_6 = constant(ElementaryFunctions.LOG_6);
    private static final FloatVector LOG_5 = constant(ElementaryFunctions.LOG_5);
    private static final FloatVector LOG_4 = constant(ElementaryFunctions.LOG_4);
    private static final FloatVector LOG_3 = constant(ElementaryFunctions.LOG_3);
    private static final FloatVector LOG_2 = constant(ElementaryFunctions.LOG_2);
    private static final FloatVector LOG_1 = constant(ElementaryFunctions.LOG_1);
    private static final FloatVector LOG_0 = constant(ElementaryFunctions.LOG_0);

    private VectorFunctions() {}

    static FloatVector constant(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(EXP_LOWEST).min(EXP_HIGHEST);
        FloatVector n = exponent(clamped);
        FloatVector r = reduced(clamped, n);
        FloatVector sum = r.add(ONE);
        FloatVector lost = ONE.sub(sum).add(r);
        return scaled(sum.add(r.mul(r).fma(expm1Series(r), lost)), n);
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = x.max(EXPM1_LOWEST);
        FloatVector n = exponent(clamped);
        FloatVector power = powerOfTwo(integer(n));
        FloatVector value = power.fma(expm1Reduced(reduced(clamped, n)), power.sub(ONE));
        return copySign(value, x);
    }

    /// above / (below + lost), as [ElementaryFunctions] refines it.
    static FloatVector refined(FloatVector above, FloatVector below, FloatVector lost) {
        FloatVector reciprocal = ONE.div(below);
        FloatVector quotient = above.mul(reciprocal);
        FloatVector minus = quotient.neg();
        FloatVector rest = minus.fma(lost, minus.fma(below, above));
        return rest.fma(reciprocal, quotient);
    }

    static FloatVector log1p(FloatVector z) {
        FloatVector below = z.fma(HALF, ONE);
        FloatVector lost = z.fma(HALF, ONE.sub(below));
        FloatVector t = refined(z, below, lost);
        FloatVector v = t.mul(t);
        FloatVector sum = LOG1P_4;
        sum = sum.fma(v, LOG1P_3);
        sum = sum.fma(v, LOG1P_2);
        sum = sum.fma(v, LOG1P_1);
        sum = sum.fma(v, LOG1P_0);
        return t.mul(v).fma(sum, t);
    }

    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector exponent = bits.sub(0x3F3504F3).lanewise(VectorOperators.ASHR, 23);
        FloatVector f =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                        .reinterpretAsFloats()
                        .sub(ONE);
        FloatVector n = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
        FloatVector sum = LOG_8;
        sum = sum.fma(f, LOG_7);
        sum = sum.fma(f, LOG_6);
        sum = sum.fma(f, LOG_5);
        sum = sum.fma(f, LOG_4);
        sum = sum.fma(f, LOG_3);
        sum = sum.fma(f, LOG_2);
        sum = sum.fma(f, LOG_1);
        sum = sum.fma(f, LOG_0);
        FloatVector square = f.mul(f);
        FloatVector tail = square.mul(f).fma(sum, square.fma(MINUS_HALF, n.mul(LN2_LOW)));
        return n.fma(LN2_HIGH_LANES, f.add(tail));
    }

    static FloatVector squareOfOnePlus(FloatVector z) {
        FloatVector sum = ONE.add(z);
        FloatVector lost = ONE.sub(sum).add(z);
        return sum.fma(sum, TWO.mul(sum).mul(lost));
    }

    static FloatVector exponent(FloatVector x) {
        return x.fma(LOG2_E_LANES, ROUNDER_LANES).sub(ROUNDER_LANES);
    }

    static FloatVector reduced(FloatVector x, FloatVector n) {
        return n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
    }

    static FloatVector expm1Reduced(FloatVector r) {
        return r.mul(r).fma(expm1Series(r), r);
    }

    private static FloatVector expm1Series(FloatVector r) {
        FloatVector sum = EXPM1_5;
        sum = sum.fma(r, EXPM1_4);
        sum = sum.fma(r, EXPM1_3);
        sum = sum.fma(r, EXPM1_2);
        sum = sum.fma(r, EXPM1_1);
        return sum.fma(r, EXPM1_0);
    }

    static FloatVector scaled(FloatVector value, FloatVector n) {
        IntVector exponent = integer(n);
        IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
        return value.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    /// A whole number of less than 22 bits, from the bits of a float whose unit it is: a conversion
    /// has to look for numbers that no int can be, and what [#scaled] is compiled to gets so long
    /// that the JIT compiler may no longer inline it.
    static IntVector integer(FloatVector n) {
        return n.add(ROUNDER_LANES).reinterpretAsInts().sub(ROUNDER_BITS);
    }

    static FloatVector powerOfTwo(IntVector n) {
        return n.add(BIAS).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    static FloatVector copySign(FloatVector magnitude, FloatVector sign) {
        IntVector bits = sign.reinterpretAsInts().and(SIGN);
        return magnitude.abs().reinterpretAsInts().or(bits).reinterpretAsFloats();
    }
}
