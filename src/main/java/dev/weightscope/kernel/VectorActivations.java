package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import dev.weightscope.model.Activation;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// An activation over an array, a vector at a time; what the JIT compiler widens by itself is left
/// to [Activations]. What is less than a vector is done as a part of one: rows of a tile are short,
/// and their ends would take as long as the rest. A method for each function: the compiler puts
/// only so much into one, and a vector that has to leave its register costs more than it saves.
final class VectorActivations {
    private static final MethodHandle[] TANH = loop("tanh");
    private static final MethodHandle[] SIGMOID = loop("sigmoid");
    private static final MethodHandle[] SOFTPLUS = loop("softplus");
    private static final MethodHandle[] ERF = loop("erf");
    private static final MethodHandle[] ELU = loop("elu");
    private static final MethodHandle[] SELU = loop("selu");
    private static final MethodHandle[] SOFTSIGN = loop("softsign");

    private VectorActivations() {}

    private static MethodHandle[] loop(String name) {
        return OutOfLine.handle(
                VectorActivations.class, name, float[].class, float[].class, int.class, int.class);
    }

    static void apply(
            Activation activation, float[] in, float[] out, int from, int to, Scratch scratch) {
        float[] work = scratch.panel(VectorGatedUnits.WORK);
        int rest = (to - from) % LANES;
        int end = to - rest;
        if (rest == 0) {
            vectors(activation, in, out, from, end, work);
            return;
        }
        float[] last = scratch.edge(LANES);
        System.arraycopy(in, end, last, 0, rest);
        vectors(activation, in, out, from, end, work);
        vectors(activation, last, last, 0, LANES, work);
        System.arraycopy(last, 0, out, end, rest);
    }

    /// @param end a whole number of vectors from `from` on
    /// @param work of at least [VectorGatedUnits#WORK] elements; overwritten
    private static void vectors(
            Activation activation, float[] in, float[] out, int from, int end, float[] work) {
        switch (activation.function()) {
            case LINEAR, RELU, LEAKY_RELU, HARDTANH ->
                    Activations.apply(activation, in, out, from, end);
            case TANH -> run(TANH, in, out, from, end);
            case SIGMOID -> run(SIGMOID, in, out, from, end);
            case SOFTPLUS -> run(SOFTPLUS, in, out, from, end);
            case ERF -> run(ERF, in, out, from, end);
            case ELU -> run(ELU, in, out, from, end);
            case SELU -> run(SELU, in, out, from, end);
            case GELU -> VectorGatedUnits.gelu(in, out, from, end, work);
            case SILU -> VectorGatedUnits.silu(in, out, from, end, work);
            case MISH -> VectorGatedUnits.mish(in, out, from, end, work);
            case SOFTSIGN -> run(SOFTSIGN, in, out, from, end);
        }
    }

    private static void run(MethodHandle[] loop, float[] in, float[] out, int from, int end) {
        try {
            loop[0].invokeExact(in, out, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    static void tanh(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.tanh(load(in, i)).intoArray(out, i);
        }
    }

    static void sigmoid(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.sigmoid(load(in, i)).intoArray(out, i);
        }
    }

    static void softplus(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.softplus(load(in, i)).intoArray(out, i);
        }
    }

    static void erf(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.erf(load(in, i)).intoArray(out, i);
        }
    }

    static void elu(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.elu(load(in, i)).intoArray(out, i);
        }
    }

    static void selu(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.selu(load(in, i)).intoArray(out, i);
        }
    }

    static void softsign(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.softsign(load(in, i)).intoArray(out, i);
        }
    }

    private static FloatVector load(float[] in, int i) {
        return FloatVector.fromArray(FLOATS, in, i);
    }
}
