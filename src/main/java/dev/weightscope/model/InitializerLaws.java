package dev.weightscope.model;

import static dev.weightscope.model.InitializerParameter.CUT;
import static dev.weightscope.model.InitializerParameter.LIMIT;
import static dev.weightscope.model.InitializerParameter.SCALE;
import static dev.weightscope.model.InitializerParameter.SPARSITY;
import static dev.weightscope.model.InitializerParameter.STD;
import static dev.weightscope.model.InitializerParameter.VALUE;

import java.util.OptionalDouble;

/// The schemes of [InitializerScheme] with their numbers filled in.
///
/// Nearly all are one rule, variance scaling: Var(W) = scale / fan.
final class InitializerLaws {
    /// Where Keras and JAX cut their truncated normals, in stds.
    private static final double FRAMEWORK_CUT = 2;

    /// The std of every weight of GPT-2 (Radford et al. 2019), whatever the width.
    private static final double GPT_STD = 0.02;

    private InitializerLaws() {}

    /// The law of the weight matrix of a layer at gain 1.
    static Law weights(
            InitializerScheme scheme,
            InitializerParameters p,
            LayerPlace place,
            Activation activation) {
        int fanIn = place.fanIn();
        int fanOut = place.fanOut();
        boolean endsBranch = place.role().endsBranch();
        double average = FanMode.FAN_AVG.of(fanIn, fanOut);
        double fan = p.mode().of(fanIn, fanOut);
        double scale = scale(scheme, p, activation).orElse(Double.NaN);
        return switch (scheme) {
            case ZEROS -> new Law.Constant(0);
            case CONSTANT -> new Law.Constant(p.get(VALUE));
            case IDENTITY -> new Law.Identity(1);
            case NORMAL -> new Law.Normal(p.get(STD));
            case UNIFORM -> new Law.Uniform(p.get(LIMIT));
            case TRUNCATED_NORMAL -> new Law.TruncatedNormal(p.get(STD), p.get(CUT));
            case LOW -> new Law.Uniform(0.01);
            case LARGE -> new Law.Uniform(100);
            case XAVIER_UNIFORM, KERAS_DENSE, DJL_XAVIER ->
                    scaled(Distribution.UNIFORM, scale, average);
            case XAVIER_NORMAL -> scaled(Distribution.NORMAL, scale, average);
            case HE_UNIFORM -> scaled(Distribution.UNIFORM, scale, fan);
            case HE_NORMAL -> scaled(Distribution.NORMAL, scale, fan);
            case LECUN_UNIFORM, PYTORCH_LINEAR -> scaled(Distribution.UNIFORM, scale, fanIn);
            case LECUN_NORMAL, DL4J_RELU -> scaled(Distribution.NORMAL, scale, fanIn);
            case VARIANCE_SCALING -> scaled(p.distribution(), scale, fan);
            case ORTHOGONAL -> new Law.Orthogonal(1);
            case SPARSE -> new Law.Sparse(p.get(SPARSITY), p.get(STD));
            case FLAX_DENSE -> scaled(Distribution.TRUNCATED, scale, fanIn);
            case GPT2 -> endsBranch ? gpt(place.branches()) : new Law.Normal(GPT_STD);
            case DEPTH_SCALED -> endsBranch ? gpt(place.branch()) : new Law.Normal(GPT_STD);
            case FIXUP ->
                    endsBranch
                            ? new Law.Constant(0)
                            : scaled(
                                    Distribution.NORMAL,
                                    place.role().beginsBranch() ? scale / place.branches() : scale,
                                    fanIn);
            case LSUV -> new Law.LayerSequential(1);
            case DELTA_ZERO ->
                    endsBranch ? new Law.Constant(0) : scaled(Distribution.NORMAL, scale, fanIn);
        };
    }

    /// The law of a branch's last layer, of so many branches: each of them adds little to the
    /// stream, and all of them little enough.
    private static Law gpt(int branches) {
        return new Law.Normal(GPT_STD / Math.sqrt(2.0 * branches));
    }

    /// The numerator of Var(W) = scale / fan, outside of branches; empty for a scheme whose
    /// variance is not of that form.
    static OptionalDouble scale(
            InitializerScheme scheme, InitializerParameters p, Activation activation) {
        return switch (scheme) {
            case XAVIER_UNIFORM,
                    XAVIER_NORMAL,
                    LECUN_UNIFORM,
                    LECUN_NORMAL,
                    ORTHOGONAL,
                    KERAS_DENSE,
                    FLAX_DENSE ->
                    OptionalDouble.of(1);
            case HE_UNIFORM, HE_NORMAL, FIXUP, DELTA_ZERO -> OptionalDouble.of(heScale(activation));
            case DJL_XAVIER, DL4J_RELU -> OptionalDouble.of(2);
            case PYTORCH_LINEAR -> OptionalDouble.of(1.0 / 3);
            case VARIANCE_SCALING -> OptionalDouble.of(p.get(SCALE));
            case ZEROS, CONSTANT, IDENTITY, NORMAL, UNIFORM, TRUNCATED_NORMAL, LOW, LARGE, SPARSE ->
                    OptionalDouble.empty();
            case GPT2, DEPTH_SCALED, LSUV -> OptionalDouble.empty();
        };
    }

    /// The scheme's own bias, which holds unless a bias is given.
    static Law bias(InitializerScheme scheme, int fanIn) {
        return scheme == InitializerScheme.PYTORCH_LINEAR
                ? new Law.Uniform(1 / Math.sqrt(fanIn))
                : new Law.Constant(0);
    }

    /// The slope a in He's law: that of leaky ReLU, 0 for any other activation.
    static double heSlope(Activation activation) {
        return activation.hasNegativeSlope() ? activation.negativeSlope() : 0;
    }

    /// He et al. 2015, eq. 15: Var(W) = 2 / ((1 + a²)·fan).
    private static double heScale(Activation activation) {
        double slope = heSlope(activation);
        return 2 / (1 + slope * slope);
    }

    /// The law of variance scale / fan: a uniform one has variance limit²/3, a truncated one loses
    /// some to the cut.
    private static Law scaled(Distribution distribution, double scale, double fan) {
        return switch (distribution) {
            case NORMAL -> new Law.Normal(Math.sqrt(scale / fan));
            case UNIFORM -> new Law.Uniform(Math.sqrt(3 * scale / fan));
            case TRUNCATED ->
                    new Law.TruncatedNormal(
                            Math.sqrt(scale / fan) / Law.TruncatedNormal.shrinkage(FRAMEWORK_CUT),
                            FRAMEWORK_CUT);
        };
    }
}
