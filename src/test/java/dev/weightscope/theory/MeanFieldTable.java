package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table of mean-field numbers that another program computed, of eight significant digits.
final class MeanFieldTable {
    private static final double TOLERANCE = 1e-9;

    private MeanFieldTable() {}

    static JsonNode read() {
        return read("mean_field.json");
    }

    /// A table of src/test/resources/golden.
    static JsonNode read(String name) {
        try (InputStream stream = MeanFieldTable.class.getResourceAsStream("/golden/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ActivationMoments moments(String name) {
        String key = name.replace('_', '-');
        return ActivationMoments.of(
                Activation.of(
                        Arrays.stream(ActivationFunction.values())
                                .filter(each -> each.key().equals(key))
                                .findFirst()
                                .orElseThrow()));
    }

    /// The number, where `"inf"` is infinity.
    static double number(JsonNode node) {
        return node.isString() && node.asString().equals("inf")
                ? Double.POSITIVE_INFINITY
                : node.asDouble();
    }

    /// Checks that a number is the table's: within 1e-9 and half a unit of its eighth digit.
    static void assertAgrees(String what, JsonNode node, double mine) {
        assertAgrees(what, number(node), mine, TOLERANCE);
    }

    static void assertAgrees(String what, double expected, double mine, double tolerance) {
        if (Double.isInfinite(expected)) {
            assertTrue(mine == expected, () -> what + " is " + mine + ", theirs is infinite");
            return;
        }
        double rounding =
                expected == 0
                        ? 0
                        : 0.5001 * Math.pow(10, Math.floor(Math.log10(Math.abs(expected))) - 7);
        assertTrue(
                Math.abs(mine - expected) <= rounding + tolerance * Math.max(1, Math.abs(expected)),
                () -> what + " is " + mine + ", theirs " + expected);
    }
}
