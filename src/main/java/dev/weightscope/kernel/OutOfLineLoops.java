package dev.weightscope.kernel;

import java.lang.invoke.MethodHandle;

/// Vector loops that the JIT compiler compiles each by itself; see [OutOfLine].
final class OutOfLineLoops implements VectorLoops {
    private final MethodHandle[] values;
    private final MethodHandle[] slopes;

    /// @param owner a class with static methods `values(in, out, from, end)` and
    ///   `slopes(preActivation, cotangent, from, end)`
    OutOfLineLoops(Class<?> owner) {
        values = loop(owner, "values");
        slopes = loop(owner, "slopes");
    }

    private static MethodHandle[] loop(Class<?> owner, String name) {
        return OutOfLine.handle(owner, name, float[].class, float[].class, int.class, int.class);
    }

    @Override
    public void values(float[] in, float[] out, int from, int end, float[] work) {
        run(values, in, out, from, end);
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int end, float[] work) {
        run(slopes, preActivation, cotangent, from, end);
    }

    private static void run(MethodHandle[] loop, float[] in, float[] out, int from, int end) {
        try {
            loop[0].invokeExact(in, out, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }
}
