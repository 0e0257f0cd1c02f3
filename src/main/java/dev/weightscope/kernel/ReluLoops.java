package dev.weightscope.kernel;

/// max(x, 0).
final class ReluLoops implements ActivationLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(in[i], 0);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        for (int i = from; i < to; i++) {
            cotangent[i] *= UnitStep.of(preActivation[i]);
        }
    }

    @Override
    public VectorLoops inVectors() {
        return new LeakyReluLoops.InVectors(this, 0);
    }
}
