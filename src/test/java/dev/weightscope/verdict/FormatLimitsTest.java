package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the verdict says of number formats, against real runs: what it says of bfloat16 comes true
/// when bfloat16 is chosen.
class FormatLimitsTest {
    private static final Pattern ABOUT = Pattern.compile("; bfloat16 at about layer (\\d+)");
    private static final String LINEAR =
            "--activation linear --initializer lecun-normal --width 64 --samples 100 ";
    private static final String RELU =
            "--activation relu --initializer he-normal --width 128 --samples 100 ";

    private static final String IDENTITY = "--initializer identity --width 20 --samples 100 ";

    private record Case(String text, Kind kind, String begin) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            LINEAR + "--gain 10 --depth 12",
                            Kind.EXPLODING,
                            "float16 overflows at layer 5; bfloat16 would not. Values reach "),
                    new Case(
                            LINEAR + "--gain 10 --depth 60",
                            Kind.EXPLODING,
                            "float16 overflows at layer 5; bfloat16 at about layer 38. Values reach"
                                    + " "),
                    new Case(
                            RELU + "--gain 8 --depth 20",
                            Kind.EXPLODING,
                            "float16 overflows at layer 5; bfloat16 would not. Values reach "),
                    new Case(
                            RELU + "--gain 8 --depth 60",
                            Kind.EXPLODING,
                            "float16 overflows at layer 5; bfloat16 at about layer 42. Values reach"
                                    + " "),
                    new Case(
                            RELU + "--gain 2 --depth 140",
                            Kind.EXPLODING,
                            "float16 overflows at layer 14; bfloat16 at about layer 125. "),
                    new Case(
                            LINEAR + "--gain 1 --depth 3 --input-scale 100000",
                            Kind.EXPLODING,
                            "float16 overflows at the input; bfloat16 would not."),
                    new Case(
                            "--activation tanh --initializer normal --std 100000 --width 20 --depth"
                                    + " 3",
                            Kind.EXPLODING,
                            "float16 overflows in the weights of layer 1; bfloat16 holds them."),
                    new Case(
                            "--activation tanh --bias normal --bias-scale 100000 --width 20 --depth"
                                    + " 3",
                            Kind.EXPLODING,
                            "float16 overflows in the biases of layer 1; bfloat16 holds them."),
                    new Case(
                            LINEAR + "--gain 0.1 --depth 12",
                            Kind.VANISHING,
                            "float16 flushes 2.3 % of layer 6 to zero and all of layer 9; bfloat16"
                                    + " would not. float16 holds nothing below 5.96e−8."),
                    new Case(LINEAR + "--gain 0.1 --depth 60", Kind.VANISHING, "float16 flushes "),
                    new Case(RELU + "--gain 0.05 --depth 20", Kind.VANISHING, "float16 flushes "),
                    new Case(
                            "--activation tanh --initializer normal --std 1e-9 --width 20 --depth"
                                    + " 3",
                            Kind.CANNOT_LEARN,
                            "float16 flushes all weights of layer 1 to zero: "),
                    new Case(
                            "--activation linear --initializer normal --std 6e-8 --width 64 --depth"
                                    + " 3 --samples 100",
                            Kind.VANISHING,
                            "float16 flushes 36.7 % of the weights of layer 1 to zero, 4.3 % of"
                                    + " layer 1's values and all of layer 2; bfloat16 would not."),
                    // Signs stay as they are: the truth is x2 a layer, not x sqrt 2.
                    new Case(
                            IDENTITY + "--gain 2 --activation relu --depth 20",
                            Kind.EXPLODING,
                            "float16 overflows at layer 15; bfloat16 would not. Values reach "),
                    new Case(
                            IDENTITY + "--gain 2 --activation relu --depth 130",
                            Kind.EXPLODING,
                            "float16 overflows at layer 15. Values reach "),
                    new Case(
                            IDENTITY + "--gain 2 --activation linear --depth 130",
                            Kind.EXPLODING,
                            "float16 overflows at layer 15; bfloat16 at about layer 127. "),
                    new Case(
                            IDENTITY + "--gain 0.5 --activation relu --depth 100",
                            Kind.VANISHING,
                            "float16 flushes 1.8 % of layer 21 to zero and all of layer 27. "),
                    new Case(
                            IDENTITY + "--gain 0.5 --activation linear --depth 150",
                            Kind.VANISHING,
                            "float16 flushes "),
                    new Case(
                            "--width 1 --initializer constant --value 2 --activation relu --depth"
                                    + " 130",
                            Kind.EXPLODING,
                            "float16 overflows at layer 15. Values reach "),
                    new Case(
                            "--width 1 --initializer constant --value 2 --activation relu --depth"
                                    + " 20",
                            Kind.EXPLODING,
                            "float16 overflows at layer 15; bfloat16 would not. Values reach "),
                    // Values of one sign add up: x10 a layer, not x1.
                    new Case(
                            "--initializer constant --value 0.1 --width 100 --bias normal"
                                    + " --activation relu --depth 60 --samples 100",
                            Kind.EXPLODING,
                            "float16 overflows at layer 6. Values reach "),
                    // The signal does not fall below the biases.
                    new Case(
                            LINEAR + "--gain 0.1 --depth 60 --bias normal --bias-scale 1e-7",
                            Kind.VANISHING,
                            "float16 flushes 2.5 % of layer 6 to zero. "),
                    // What so few units do is chance.
                    new Case(
                            "--width 2 --initializer normal --std 3 --activation linear --depth"
                                    + " 150",
                            Kind.EXPLODING,
                            "float16 overflows at layer 9. Values reach "),
                    new Case(
                            "--activation gelu --gain 8 --width 64 --depth 3 --samples 100",
                            Kind.GROWING,
                            "The RMS grows"));

    private final Kernel kernel = Kernels.scalar(1);

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void whatIsSaidOfBfloat16ComesTrue() {
        int checked = 0;
        int forecasts = 0;
        for (Case each : CASES) {
            Finding verdict = Verdicts.of(run(each.text(), NumberFormat.FLOAT16)).gravest();
            String said = verdict.text();
            assertEquals(each.kind(), verdict.kind(), each.text());
            assertTrue(said.startsWith(each.begin()), said);
            Snapshot bfloat16 = run(each.text(), NumberFormat.BFLOAT16);
            Function<Snapshot, OptionalInt> event =
                    each.kind() == Kind.EXPLODING
                            ? Snapshot::firstOverflowLayer
                            : Snapshot::firstFlushedLayer;
            Matcher about = ABOUT.matcher(said);
            if (about.find()) {
                int forecast = Integer.parseInt(about.group(1));
                int layer = event.apply(bfloat16).orElseThrow();
                assertEquals(forecast, layer, Math.max(2, forecast / 20), said);
            } else if (said.contains("; bfloat16 holds them")) {
                assertTrue(bfloat16.layer(1).weights().allFinite(), said);
                assertTrue(bfloat16.layer(1).preActivation().allFinite(), said);
            } else if (said.contains("; bfloat16 would not")) {
                assertEquals(OptionalInt.empty(), event.apply(bfloat16), said);
            }
            forecasts += said.contains("; bfloat16") ? 1 : 0;
            checked++;
        }
        assertEquals(24, checked);
        assertEquals(16, forecasts);
    }

    @Test
    void aFlushedInputIsTheFormatsDoingAndAZeroOneIsNot() {
        String layers = LINEAR + "--gain 1 --depth 3";
        Experiment tiny = ExperimentText.parse(layers + " --input-scale 1e-9");
        String flushes = "float16 flushes the input to zero.";
        Map<Experiment, String> reasons =
                Map.of(
                        tiny,
                        flushes,
                        tiny.withInput(new Input.Uniform()),
                        flushes,
                        tiny.withInput(table(0, 0, 0, 1)),
                        flushes,
                        tiny.withInput(table(0, 0, 0, 1)).withSamples(1),
                        "the input is.",
                        tiny.withInput(table(0, 0, 0, 0)),
                        "the input is.",
                        tiny.withInputScale(0),
                        "the input is.");
        int checked = 0;
        for (Map.Entry<Experiment, String> each : reasons.entrySet()) {
            Finding verdict = Verdicts.of(run(each.getKey(), NumberFormat.FLOAT16)).gravest();
            assertEquals(Kind.VANISHING, verdict.kind());
            assertEquals(
                    "From layer 1 on every value is exactly 0: " + each.getValue(), verdict.text());
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void flushedWeightsKeepUnitsEqualUnlessTheBiasesThatAreLeftDiffer() {
        String flushed = "--initializer normal --std 1e-9 --width 20 --depth 3 --samples 100 ";
        Map<String, Kind> kinds =
                Map.of(
                        "--bias zero", Kind.CANNOT_LEARN,
                        "--bias constant --bias-scale 0.5", Kind.CANNOT_LEARN,
                        "--bias normal --bias-scale 1e-10", Kind.CANNOT_LEARN,
                        "--bias normal --bias-scale 0.5", Kind.ALIKE);
        int checked = 0;
        for (Map.Entry<String, Kind> each : kinds.entrySet()) {
            Finding verdict =
                    Verdicts.of(run(flushed + each.getKey(), NumberFormat.FLOAT16)).gravest();
            assertEquals(each.getValue(), verdict.kind(), each.getKey() + ": " + verdict.text());
            checked++;
        }
        assertEquals(4, checked);
    }

    private static Input table(float... values) {
        return new Input.Table(new DataTable("four", 2, 2, values));
    }

    private Snapshot run(String text, NumberFormat format) {
        return run(ExperimentText.parse(text), format);
    }

    private Snapshot run(Experiment experiment, NumberFormat format) {
        return new Engine(kernel, new MemoryBudget(1L << 30, 0))
                .run(experiment.withFormat(format), Cancellation.NEVER);
    }
}
