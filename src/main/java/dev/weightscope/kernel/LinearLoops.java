package dev.weightscope.kernel;

/// φ(x) = x.
final class LinearLoops implements ActivationLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        System.arraycopy(in, from, out, from, to - from);
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        // the slope is 1
    }

    @Override
    public VectorLoops inVectors() {
        return new InVectors(this);
    }

    private record InVectors(LinearLoops plain) implements VectorLoops {
        @Override
        public void values(float[] in, float[] out, int from, int end, float[] work) {
            plain.values(in, out, from, end);
        }

        @Override
        public void slopes(
                float[] preActivation, float[] cotangent, int from, int end, float[] work) {
            plain.slopes(preActivation, cotangent, from, end);
        }
    }
}
