package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import dev.weightscope.model.Activation;
import jdk.incubator.vector.FloatVector;

/// An activation over an array, a vector at a time; what is left at the end, and what the JIT
/// compiler widens by itself, is done by [Activations]. A method for each function: the compiler
/// puts only so much into one, and a vector that has to leave its register costs more than it
/// saves.
final class VectorActivations {
    private VectorActivations() {}

    /// @param work of at least [VectorGatedUnits#WORK] elements; overwritten
    static void apply(
            Activation activation, float[] in, float[] out, int from, int to, float[] work) {
        int end = to - (to - from) % LANES;
        switch (activation.function()) {
            case LINEAR, RELU, LEAKY_RELU, HARDTANH ->
                    Activations.apply(activation, in, out, from, end);
            case TANH -> tanh(in, out, from, end);
            case SIGMOID -> sigmoid(in, out, from, end);
            case SOFTPLUS -> softplus(in, out, from, end);
            case ERF -> erf(in, out, from, end);
            case ELU -> elu(in, out, from, end);
            case SELU -> selu(in, out, from, end);
            case GELU -> VectorGatedUnits.gelu(in, out, from, end, work);
            case SILU -> VectorGatedUnits.silu(in, out, from, end, work);
            case MISH -> VectorGatedUnits.mish(in, out, from, end, work);
            case SOFTSIGN -> softsign(in, out, from, end);
        }
        Activations.apply(activation, in, out, end, to);
    }

    private static void tanh(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.tanh(load(in, i)).intoArray(out, i);
        }
    }

    private static void sigmoid(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.sigmoid(load(in, i)).intoArray(out, i);
        }
    }

    private static void softplus(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.softplus(load(in, i)).intoArray(out, i);
        }
    }

    private static void erf(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorFunctions.erf(load(in, i)).intoArray(out, i);
        }
    }

    private static void elu(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.elu(load(in, i)).intoArray(out, i);
        }
    }

    private static void selu(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.selu(load(in, i)).intoArray(out, i);
        }
    }

    private static void softsign(float[] in, float[] out, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            VectorUnits.softsign(load(in, i)).intoArray(out, i);
        }
    }

    private static FloatVector load(float[] in, int i) {
        return FloatVector.fromArray(FLOATS, in, i);
    }
}
