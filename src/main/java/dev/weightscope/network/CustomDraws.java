package dev.weightscope.network;

import dev.weightscope.kernel.RandomStream;
import dev.weightscope.model.Law;
import dev.weightscope.model.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls a person's own initializer, and turns whatever goes wrong in it into one sentence.
final class CustomDraws {
    private CustomDraws() {}

    static float[] weights(Law.Custom law, RandomStream stream, int fanIn, int fanOut) {
        return checked(
                law,
                "weights(%d, %d) for layer %d".formatted(fanIn, fanOut, stream.layer()),
                fanIn * fanOut,
                () -> law.initializer().weights(fanIn, fanOut, stream.generator()));
    }

    static float[] bias(Law.Custom law, RandomStream stream, int fanIn, int fanOut) {
        return checked(
                law,
                "bias(%d, %d) for layer %d".formatted(fanIn, fanOut, stream.layer()),
                fanOut,
                () -> law.initializer().bias(fanIn, fanOut, stream.generator()));
    }

    private static float[] checked(
            Law.Custom law, String call, int expectedLength, Supplier<float[]> function) {
        float[] values;
        try {
            values = function.get();
        } catch (RuntimeException failure) {
            throw refusal(law, call, "failed with " + failure, failure);
        }
        if (values == null) {
            throw refusal(law, call, "returned null", null);
        }
        if (values.length != expectedLength) {
            String lengths = "returned %d numbers, not %d".formatted(values.length, expectedLength);
            throw refusal(law, call, lengths, null);
        }
        return values;
    }

    private static Refusal refusal(
            Law.Custom law, String call, String what, @Nullable RuntimeException cause) {
        Refusal refusal =
                new Refusal(
                        "initializer \"%s\": %s %s".formatted(law.initializer().key(), call, what));
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
