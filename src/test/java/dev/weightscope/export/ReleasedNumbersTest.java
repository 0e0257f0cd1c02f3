package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What version 0.1.0 printed for `run --json`, over all initializers, activations, number formats,
/// inputs, biases and ranges: a number that someone has noted down stays what it was.
class ReleasedNumbersTest {
    @Test
    void everyFormOfTheKernelGivesTheBytesOfTheFirstRelease() throws IOException {
        List<String> released = released();
        int checked = 0;
        for (Kernels.Choice choice : List.of(Kernels.Choice.SCALAR, Kernels.Choice.VECTOR)) {
            try (Kernel kernel = Kernels.choose(choice, 2)) {
                Engine engine = new Engine(kernel);
                for (String expected : released) {
                    String text = textOf(expected);
                    String actual =
                            AnswerJson.format(
                                    SignalLab.answered(
                                            SignalAnswer.of(
                                                    engine.run(
                                                            ExperimentText.parse(text),
                                                            Cancellation.NEVER))));
                    assertEquals(asToldNow(expected), actual, choice.key() + ": " + text);
                    checked++;
                }
            }
        }
        assertEquals(2 * 25, checked);
    }

    /// Since then the per-unit std of a single row, which was 0, is told to be undefined.
    private static String asToldNow(String released) {
        return released.contains("\"samples\":1,\"first") || released.contains("\"fanIn\":1,")
                ? released.replace("\"perUnitStd\":0.0,", "\"perUnitStd\":\"NaN\",")
                : released;
    }

    private static String textOf(String json) {
        return JsonMapper.shared().readTree(json).get("experiment").get("text").asString();
    }

    private static List<String> released() throws IOException {
        try (InputStream packed =
                        ReleasedNumbersTest.class.getResourceAsStream(
                                "/golden/released_0_1_0.jsonl.gz");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Objects.requireNonNull(packed)),
                                        StandardCharsets.UTF_8))) {
            return lines.readAllLines();
        }
    }
}
