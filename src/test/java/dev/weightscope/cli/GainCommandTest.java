package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GainCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);

    @Test
    void theorysGainIsPrinted() {
        String[][] table = {
            {"--for second-moment --activation relu --initializer he-normal", "1"},
            {"--for second-moment --activation relu --initializer lecun-normal", "1.41421"},
            {"--for std --activation relu --initializer lecun-normal", "1.71286"},
            {"--for gradient --initializer lecun-normal --gain 9", "1.46741"},
        };
        for (String[] row : table) {
            assertEquals(new Outcome(0, row[1] + "\n", ""), run("gain " + row[0]), row[0]);
        }
        assertEquals(4, table.length);
    }

    @Test
    void theMeasuredGainIsThatOfTheseDraws() {
        String options =
                "gain --for second-moment --measured --activation relu --initializer he-normal"
                        + " --width 64 --samples 50 --seed ";
        double first = Double.parseDouble(run(options + 1).out());
        double second = Double.parseDouble(run(options + 2).out());
        assertEquals(1, first, 0.2);
        assertEquals(1, second, 0.2);
        assertTrue(first != second);
    }

    @Test
    void forProgramsItIsJson() {
        JsonNode json = json("gain --for std --activation selu --initializer lecun-normal --json");
        assertEquals(List.of("for", "measured", "gain"), List.copyOf(json.propertyNames()));
        assertEquals(1, json.get("gain").asDouble(), 1e-12);
        assertEquals(
                "{\"for\":\"gradient\",\"measured\":false,\"none\":\"Theory is of weights drawn at"
                        + " random; these are equal.\"}",
                json("gain --for gradient --initializer constant --json").toString());
        assertTrue(
                json("gain --for gradient --measured --depth 3 --width 20 --samples 9 --json")
                        .get("measured")
                        .asBoolean());
    }

    @Test
    void whereThereIsNoneTheSentenceIsTheError() {
        String[][] table = {
            {
                "gain --for std --norm batch",
                "No gain changes the signal: batch norm divides it out again."
            },
            {
                "gain --for second-moment --measured --depth 1",
                "A gain is measured between the first layer and the last; this network has one"
                        + " layer."
            },
            {"gain --for best", "for \"best\" is unknown; there are: second-moment, std, gradient"},
        };
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
        }
        assertEquals(3, table.length);
        assertEquals(2, run("gain").exitCode());
        assertTrue(run("gain").err().contains("--for"), run("gain").err());
    }

    private static JsonNode json(String words) {
        return new JsonMapper().readTree(run(words).out());
    }

    private static Outcome run(String words) {
        return Outcome.of(words, SCALAR, new FakeWindow(_ -> true));
    }
}
