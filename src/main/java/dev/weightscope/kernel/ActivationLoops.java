package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// An activation function and its slope over arrays. In each class that implements this the plain
/// loops come first and define every bit; the vector loops beside them repeat their operations in
/// the same order, with the same coefficients.
///
/// Values are within 2 ulp of the double definitions in [dev.weightscope.model.ActivationFunction],
/// subnormal results, infinities, NaN and signed zeros included; slopes within 4 ulp, that of mish
/// within 6, and those of gelu, silu and mish within 2⁻²² about their zeros. The tests say how far
/// each one goes.
///
/// Each class has loops of its own, so that the JIT compiler compiles each with its function
/// inside.
interface ActivationLoops {
    static ActivationLoops of(Activation activation) {
        return switch (activation.function()) {
            case LINEAR -> new LinearLoops();
            case TANH -> new TanhLoops();
            case SIGMOID -> new SigmoidLoops();
            case RELU -> new ReluLoops();
            case LEAKY_RELU -> new LeakyReluLoops((float) activation.negativeSlope());
            case ELU -> new EluLoops();
            case SELU -> new SeluLoops();
            case GELU -> new GeluLoops();
            case SILU -> new SiluLoops();
            case SOFTPLUS -> new SoftplusLoops();
            case SOFTSIGN -> new SoftsignLoops();
            case MISH -> new MishLoops();
            case HARDTANH -> new HardtanhLoops();
            case ERF -> new ErfLoops();
        };
    }

    /// `out[i] = φ(in[i])` for i in from..to−1.
    ///
    /// @param out may be `in`
    void values(float[] in, float[] out, int from, int to);

    /// `cotangent[i] *= φ′(preActivation[i])` for i in from..to−1. The slope is 0 at a kink of ReLU
    /// and hardtanh, and `a` at leaky ReLU's, as in the frameworks; it is NaN at NaN, except that
    /// of the linear function, which is 1 everywhere.
    void slopes(float[] preActivation, float[] cotangent, int from, int to);

    /// The same in vectors. To be asked only where the module `jdk.incubator.vector` is present:
    /// the class behind it is linked then.
    VectorLoops inVectors();
}
