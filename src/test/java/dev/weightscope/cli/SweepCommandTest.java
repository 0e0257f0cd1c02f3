package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.registry.Labs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);

    /// @param more behind a small sweep of two settings
    private static Outcome sweep(String... more) {
        String[] words =
                Stream.concat(
                                Arrays.stream(
                                        "sweep --depth 4 --width 8 --samples 6 --over gain --points 5"
                                                .split(" ")),
                                Stream.concat(
                                        Stream.of("--pin", "--activation relu"),
                                        Arrays.stream(more)))
                        .toArray(String[]::new);
        return Outcome.of(SCALAR, new FakeWindow(_ -> false), Labs.ALL, words);
    }

    @Test
    void sharesLaidEndToEndAreTheWholeByteForByte() {
        String[][] table = {
            {"--draws", "3"}, {"--and", "depth", "--points2", "3", "--draws", "2"}, {},
        };
        for (String[] options : table) {
            List<String> csv = new ArrayList<>(List.of(options));
            csv.add("--csv");
            String whole = sweep(csv.toArray(String[]::new)).out();
            StringBuilder shares = new StringBuilder();
            for (int part = 1; part <= 4; part++) {
                List<String> share = new ArrayList<>(csv);
                share.addAll(List.of("--slice", part + "/4"));
                shares.append(sweep(share.toArray(String[]::new)).out());
            }
            assertEquals(whole, shares.toString());
        }
    }

    /// The sweep's points are meant and not those of drawn data, which no text names here.
    @Test
    void aRunIsARowWithTheNumbersThatAreSwept() {
        List<String> lines =
                sweep("--and", "depth", "--points2", "2", "--draws", "2", "--csv")
                        .out()
                        .lines()
                        .toList();
        assertEquals("label,gain,depth,draw,seed,measure,value,experiment", lines.getFirst());
        assertEquals(1 + 2 * 5 * 2 * 2, lines.size());
        assertTrue(lines.get(2).contains(",0.2,1,2,43,gradient-ratio,1.0,--depth 4"), lines.get(2));
        assertTrue(lines.get(1).endsWith("--points2 2 --draws 2"), lines.get(1));
        assertEquals(1, lines.get(1).split("--points ", -1).length - 1);
    }

    @Test
    void programsGetTheCrossingsAndARowARun() {
        JsonNode json = new JsonMapper().readTree(sweep("--json").out());
        assertEquals(List.of("plan", "measure", "over", "runs"), List.copyOf(json.propertyNames()));
        JsonNode run = json.get("runs").get(0);
        assertEquals(
                List.of("label", "experiment", "crossings", "rows"),
                List.copyOf(run.propertyNames()));
        assertEquals(5, run.get("rows").size());
        assertEquals(
                List.of("gain", "draw", "seed", "measure", "value"),
                List.copyOf(run.get("rows").get(0).propertyNames()));
        assertEquals(0.2, run.get("rows").get(0).get("gain").asDouble());
        assertEquals(1, run.get("crossings").size());
    }

    @Test
    void peopleGetWhatTheCurvesSayAndTheMediansSideBySide() {
        List<String> lines = sweep("--from", "1", "--to", "5").out().lines().toList();
        assertTrue(lines.get(0).matches("Xavier uniform(, Tanh)? crosses 1 at gain .*, rising\\."));
        assertEquals("", lines.get(2));
        assertEquals(3 + 1 + 5, lines.size());
        assertTrue(lines.get(3).strip().startsWith("gain  Xavier uniform"), lines.get(3));
    }
}
