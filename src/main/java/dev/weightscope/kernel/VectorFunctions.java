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

    private VectorFunctions() {}

    static FloatVector constant(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(EXP_LOWEST).min(EXP_HIGHEST);
        FloatVector n = exponent(clamped);
        FloatVector r = reduced(clamped, n);
        FloatVector sum = r.add(1);
        FloatVector lost = constant(1).sub(sum).add(r);
        return scaled(sum.add(r.mul(r).fma(expm1Series(r), lost)), n);
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = x.max(EXPM1_LOWEST);
        FloatVector n = exponent(clamped);
        FloatVector power = powerOfTwo(integer(n));
        FloatVector value = power.fma(expm1Reduced(reduced(clamped, n)), power.sub(1));
        return copySign(value, x);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector clamped = x.abs().mul(-2).max(EXPM1_LOWEST);
        FloatVector n = exponent(clamped);
        FloatVector power = powerOfTwo(integer(n));
        FloatVector q = expm1Reduced(reduced(clamped, n));
        FloatVector below = power.fma(q, power.add(1));
        VectorMask<Float> far = n.lt(TANH_MIDDLE);
        FloatVector above = power.fma(q, power.sub(1)).neg().blend(power.fma(q, power).mul(2), far);
        FloatVector quotient = above.div(below);
        return copySign(quotient.blend(constant(1).sub(quotient), far), x);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector z = exp(x.abs().neg());
        FloatVector above = constant(1).blend(z, x.lt(0));
        FloatVector below = z.add(1);
        FloatVector lost = constant(1).sub(below).add(z);
        return refined(above, below, lost);
    }

    /// above / (below + lost), as [ElementaryFunctions] refines it.
    private static FloatVector refined(FloatVector above, FloatVector below, FloatVector lost) {
        FloatVector reciprocal = constant(1).div(below);
        FloatVector quotient = above.mul(reciprocal);
        FloatVector minus = quotient.neg();
        FloatVector rest = minus.fma(lost, minus.fma(below, above));
        return rest.fma(reciprocal, quotient);
    }

    private static FloatVector log1p(FloatVector z) {
        FloatVector below = z.fma(constant(0.5f), constant(1));
        FloatVector lost = z.fma(constant(0.5f), constant(1).sub(below));
        FloatVector t = refined(z, below, lost);
        FloatVector v = t.mul(t);
        FloatVector sum = constant(1.1835357e-4f);
        sum = sum.fma(v, constant(4.188566e-4f));
        sum = sum.fma(v, constant(0.002235554f));
        sum = sum.fma(v, constant(0.012499672f));
        sum = sum.fma(v, constant(0.08333334f));
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
        FloatVector sum = constant(8.212246e-5f);
        sum = sum.fma(v, constant(-8.105208e-4f));
        sum = sum.fma(v, constant(0.0051977267f));
        sum = sum.fma(v, constant(-0.026858067f));
        sum = sum.fma(v, constant(0.11283671f));
        sum = sum.fma(v, constant(-0.37612632f));
        sum = sum.fma(v, constant(0.12837917f));
        return x.fma(sum, x);
    }

    private static FloatVector erfFar(FloatVector t) {
        FloatVector sum = constant(2.082322e-5f);
        sum = sum.fma(t, constant(-4.3134348e-4f));
        sum = sum.fma(t, constant(0.0041560633f));
        sum = sum.fma(t, constant(-0.025080232f));
        sum = sum.fma(t, constant(0.10821996f));
        sum = sum.fma(t, constant(0.6334011f));
        sum = sum.fma(t, constant(1.1294883f));
        sum = sum.fma(t, constant(-1.6920509e-4f));
        return expm1(sum.neg()).neg();
    }

    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector exponent = bits.sub(0x3F3504F3).lanewise(VectorOperators.ASHR, 23);
        FloatVector f =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1);
        FloatVector n = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
        FloatVector sum = constant(0.06733011f);
        sum = sum.fma(f, constant(-0.11660661f));
        sum = sum.fma(f, constant(0.11886204f));
        sum = sum.fma(f, constant(-0.12408197f));
        sum = sum.fma(f, constant(0.14220233f));
        sum = sum.fma(f, constant(-0.16667855f));
        sum = sum.fma(f, constant(0.20002073f));
        sum = sum.fma(f, constant(-0.25000012f));
        sum = sum.fma(f, constant(0.33333313f));
        FloatVector square = f.mul(f);
        FloatVector tail = square.mul(f).fma(sum, square.fma(constant(-0.5f), n.mul(LN2_LOW)));
        return n.fma(constant(LN2_HIGH), f.add(tail));
    }

    static FloatVector exponent(FloatVector x) {
        return x.fma(constant(LOG2_E), constant(ROUNDER)).sub(ROUNDER);
    }

    static FloatVector reduced(FloatVector x, FloatVector n) {
        return n.fma(constant(-LN2_LOW), n.fma(constant(-LN2_HIGH), x));
    }

    static FloatVector expm1Reduced(FloatVector r) {
        return r.mul(r).fma(expm1Series(r), r);
    }

    private static FloatVector expm1Series(FloatVector r) {
        FloatVector sum = constant(1.9555277e-4f);
        sum = sum.fma(r, constant(0.0013934071f));
        sum = sum.fma(r, constant(0.008333912f));
        sum = sum.fma(r, constant(0.041666474f));
        sum = sum.fma(r, constant(0.16666664f));
        return sum.fma(r, constant(0.5f));
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
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    static FloatVector copySign(FloatVector magnitude, FloatVector sign) {
        IntVector bits = sign.reinterpretAsInts().and(SIGN);
        return magnitude.abs().reinterpretAsInts().or(bits).reinterpretAsFloats();
    }
}
