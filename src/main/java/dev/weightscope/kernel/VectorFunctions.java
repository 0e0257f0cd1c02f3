package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.ERF_HIGHEST;
import static dev.weightscope.kernel.ElementaryFunctions.ERF_MIDDLE;
import static dev.weightscope.kernel.ElementaryFunctions.EXPM1_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.EXP_HIGHEST;
import static dev.weightscope.kernel.ElementaryFunctions.EXP_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.LN2_HIGH;
import static dev.weightscope.kernel.ElementaryFunctions.LN2_LOW;
import static dev.weightscope.kernel.ElementaryFunctions.LOG2_E;
import static dev.weightscope.kernel.ElementaryFunctions.ROUNDER;
import static dev.weightscope.kernel.ElementaryFunctions.TANH_MIDDLE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
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
    private static final FloatVector HALF = constant(0.5f);
    private static final FloatVector MINUS_HALF = constant(-0.5f);
    private static final FloatVector LOG2_E_LANES = constant(LOG2_E);
    private static final FloatVector ROUNDER_LANES = constant(ROUNDER);
    private static final FloatVector LN2_HIGH_LANES = constant(LN2_HIGH);
    private static final FloatVector MINUS_LN2_HIGH = constant(-LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = constant(-LN2_LOW);
    private static final IntVector BIAS = IntVector.broadcast(INTS, 127);

    private static final FloatVector LOG1P_4 = constant(1.1835357e-4f);
    private static final FloatVector LOG1P_3 = constant(4.188566e-4f);
    private static final FloatVector LOG1P_2 = constant(0.002235554f);
    private static final FloatVector LOG1P_1 = constant(0.012499672f);
    private static final FloatVector LOG1P_0 = constant(0.08333334f);

    private static final FloatVector ERF_NEAR_6 = constant(8.212246e-5f);
    private static final FloatVector ERF_NEAR_5 = constant(-8.105208e-4f);
    private static final FloatVector ERF_NEAR_4 = constant(0.0051977267f);
    private static final FloatVector ERF_NEAR_3 = constant(-0.026858067f);
    private static final FloatVector ERF_NEAR_2 = constant(0.11283671f);
    private static final FloatVector ERF_NEAR_1 = constant(-0.37612632f);
    private static final FloatVector ERF_NEAR_0 = constant(0.12837917f);

    private static final FloatVector ERF_FAR_7 = constant(2.082322e-5f);
    private static final FloatVector ERF_FAR_6 = constant(-4.3134348e-4f);
    private static final FloatVector ERF_FAR_5 = constant(0.0041560633f);
    private static final FloatVector ERF_FAR_4 = constant(-0.025080232f);
    private static final FloatVector ERF_FAR_3 = constant(0.10821996f);
    private static final FloatVector ERF_FAR_2 = constant(0.6334011f);
    private static final FloatVector ERF_FAR_1 = constant(1.1294883f);
    private static final FloatVector ERF_FAR_0 = constant(-1.6920509e-4f);

    private static final FloatVector LOG_8 = constant(0.06733011f);
    private static final FloatVector LOG_7 = constant(-0.11660661f);
    private static final FloatVector LOG_6 = constant(0.11886204f);
    private static final FloatVector LOG_5 = constant(-0.12408197f);
    private static final FloatVector LOG_4 = constant(0.14220233f);
    private static final FloatVector LOG_3 = constant(-0.16667855f);
    private static final FloatVector LOG_2 = constant(0.20002073f);
    private static final FloatVector LOG_1 = constant(-0.25000012f);
    private static final FloatVector LOG_0 = constant(0.33333313f);

    private static final FloatVector EXPM1_5 = constant(1.9555277e-4f);
    private static final FloatVector EXPM1_4 = constant(0.0013934071f);
    private static final FloatVector EXPM1_3 = constant(0.008333912f);
    private static final FloatVector EXPM1_2 = constant(0.041666474f);
    private static final FloatVector EXPM1_1 = constant(0.16666664f);
    private static final FloatVector EXPM1_0 = constant(0.5f);

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

    static FloatVector tanh(FloatVector x) {
        FloatVector clamped = x.abs().mul(-2).max(EXPM1_LOWEST);
        FloatVector n = exponent(clamped);
        FloatVector power = powerOfTwo(integer(n));
        FloatVector q = expm1Reduced(reduced(clamped, n));
        FloatVector below = power.fma(q, power.add(ONE));
        VectorMask<Float> far = n.lt(TANH_MIDDLE);
        FloatVector above =
                power.fma(q, power.sub(ONE)).neg().blend(power.fma(q, power).mul(2), far);
        FloatVector quotient = above.div(below);
        return copySign(quotient.blend(ONE.sub(quotient), far), x);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector z = exp(x.abs().neg());
        FloatVector above = ONE.blend(z, x.lt(0));
        FloatVector below = z.add(ONE);
        FloatVector lost = ONE.sub(below).add(z);
        return refined(above, below, lost);
    }

    /// above / (below + lost), as [ElementaryFunctions] refines it.
    private static FloatVector refined(FloatVector above, FloatVector below, FloatVector lost) {
        FloatVector reciprocal = ONE.div(below);
        FloatVector quotient = above.mul(reciprocal);
        FloatVector minus = quotient.neg();
        FloatVector rest = minus.fma(lost, minus.fma(below, above));
        return rest.fma(reciprocal, quotient);
    }

    private static FloatVector log1p(FloatVector z) {
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

    static FloatVector softplus(FloatVector x) {
        return x.max(0).add(log1p(exp(x.abs().neg())));
    }

    static FloatVector erf(FloatVector x) {
        FloatVector t = x.abs().min(ERF_HIGHEST);
        return copySign(erfFar(t).blend(erfNear(t), t.lt(ERF_MIDDLE)), x);
    }

    private static FloatVector erfNear(FloatVector x) {
        FloatVector v = x.mul(x);
        FloatVector sum = ERF_NEAR_6;
        sum = sum.fma(v, ERF_NEAR_5);
        sum = sum.fma(v, ERF_NEAR_4);
        sum = sum.fma(v, ERF_NEAR_3);
        sum = sum.fma(v, ERF_NEAR_2);
        sum = sum.fma(v, ERF_NEAR_1);
        sum = sum.fma(v, ERF_NEAR_0);
        return x.fma(sum, x);
    }

    /// The negative of erf, whose sign the caller sets.
    private static FloatVector erfFar(FloatVector t) {
        FloatVector sum = ERF_FAR_7;
        sum = sum.fma(t, ERF_FAR_6);
        sum = sum.fma(t, ERF_FAR_5);
        sum = sum.fma(t, ERF_FAR_4);
        sum = sum.fma(t, ERF_FAR_3);
        sum = sum.fma(t, ERF_FAR_2);
        sum = sum.fma(t, ERF_FAR_1);
        sum = sum.fma(t, ERF_FAR_0);
        FloatVector clamped = sum.neg().max(EXPM1_LOWEST);
        FloatVector n = exponent(clamped);
        FloatVector power = powerOfTwo(integer(n));
        return power.fma(expm1Reduced(reduced(clamped, n)), power.sub(ONE));
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

    private static IntVector integer(FloatVector n) {
        return (IntVector) n.convert(VectorOperators.F2I, 0);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(BIAS).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    static FloatVector copySign(FloatVector magnitude, FloatVector sign) {
        IntVector bits = sign.reinterpretAsInts().and(SIGN);
        return magnitude.abs().reinterpretAsInts().or(bits).reinterpretAsFloats();
    }
}
