package dev.weightscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.weights.DeclaredInitializer;
import dev.weightscope.weights.Fans;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KerasLawTest {
    /// Of the constant that Keras divides the std of its cut normal laws by.
    private static final double CUT_STD = 0.8796256610342398;

    /// 8 inputs, 12 outputs.
    private static final Optional<Fans> FANS = Optional.of(new Fans(Layout.IN_OUT, 8, 12));

    private record Row(String name, Map<String, String> settings, Optional<Law> law) {}

    @Test
    void anInitializersLawFollowsFromItsSettingsAndTheFans() {
        Row[] table = {
            row("GlorotUniform", Map.of(), new Law.Uniform(Math.sqrt(6.0 / 20))),
            row("GlorotNormal", Map.of(), cut(Math.sqrt(2.0 / 20))),
            row("HeUniform", Map.of(), new Law.Uniform(Math.sqrt(6.0 / 8))),
            row("HeNormal", Map.of(), cut(Math.sqrt(2.0 / 8))),
            row("LecunUniform", Map.of(), new Law.Uniform(Math.sqrt(3.0 / 8))),
            row("LecunNormal", Map.of(), cut(Math.sqrt(1.0 / 8))),
            row(
                    "VarianceScaling",
                    Map.of(
                            "scale", "3",
                            "mode", "fan_out",
                            "distribution", "untruncated_normal"),
                    new Law.Normal(0.5)),
            row("RandomNormal", Map.of("mean", "0.0", "stddev", "0.3"), new Law.Normal(0.3)),
            row("TruncatedNormal", Map.of(), new Law.TruncatedNormal(0.05, 2)),
            row("RandomUniform", Map.of(), new Law.Uniform(0.05)),
            row("Constant", Map.of("value", "0.1"), new Law.Constant(0.1)),
            row("Ones", Map.of(), new Law.Constant(1)),
            row("OrthogonalInitializer", Map.of("gain", "2"), new Law.Orthogonal(2)),
            new Row("RandomNormal", Map.of("mean", "1"), Optional.empty()),
            new Row("RandomNormal", Map.of("stddev", "x"), Optional.empty()),
            new Row("RandomUniform", Map.of("minval", "0"), Optional.empty()),
            new Row("Mine", Map.of(), Optional.empty()),
        };
        for (Row row : table) {
            assertEquals(
                    row.law().map(Law::text),
                    KerasLaw.of(new DeclaredInitializer(row.name(), row.settings()), FANS)
                            .map(Law::text),
                    row.name());
        }
        assertEquals(17, table.length);
        assertEquals(
                Optional.empty(),
                KerasLaw.of(new DeclaredInitializer("HeNormal", Map.of()), Optional.empty()));
    }

    private static Row row(String name, Map<String, String> settings, Law law) {
        return new Row(name, settings, Optional.of(law));
    }

    private static Law cut(double std) {
        return new Law.TruncatedNormal(std / CUT_STD, 2);
    }
}
