package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.bench.Workload;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    /// In the plain form: a single call of the vector form, none of which is compiled yet, takes
    /// several times as long.
    @Test
    void theObjectHasAllFigures() {
        Outcome outcome =
                run(
                        "bench --json --workloads w2 --reps 1 --warm-up 0 --threads 2 --kernel"
                                + " scalar");
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exitCode());
        JsonNode json = new JsonMapper().readTree(outcome.out());
        assertEquals(
                List.of("jdk", "kernel", "threads", "workloads", "product"),
                List.copyOf(json.propertyNames()));
        assertEquals(System.getProperty("java.version"), json.get("jdk").asString());
        assertEquals("scalar, 2 threads", json.get("kernel").asString());
        assertEquals(2, json.get("threads").asInt());
        assertEquals(List.of("W2"), List.copyOf(json.get("workloads").propertyNames()));
        JsonNode times = json.get("workloads").get("W2");
        assertEquals(
                List.of("draw", "cold", "warm", "first", "values"),
                List.copyOf(times.propertyNames()));
        for (String what : List.of("draw", "cold", "warm")) {
            assertEquals(
                    List.of("median", "min", "max"), List.copyOf(times.get(what).propertyNames()));
            assertTrue(times.get(what).get("median").asDouble() > 0, what);
        }
        assertTrue(times.get("first").asDouble() > 0);
        assertEquals(1, times.get("values").size());
        try (Kernel vector = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            assertEquals(
                    Workload.W2.on(vector).drawnValue(0), times.get("values").get(0).asDouble());
        }
        assertEquals(
                List.of(
                        "1000x500x500",
                        "1x512x512",
                        "512x1024x1024",
                        "512x1024x1024t",
                        "2048x2048x2048"),
                List.copyOf(json.get("product").propertyNames()));
        for (JsonNode speed : json.get("product")) {
            assertEquals(List.of("median", "fastest"), List.copyOf(speed.propertyNames()));
            assertTrue(speed.get("median").asDouble() > 0);
            assertTrue(speed.get("fastest").asDouble() >= speed.get("median").asDouble());
        }
    }

    @Test
    void aMistakeIsOneSentence() {
        String[][] table = {
            {"--workloads w1,w9", "workload \"w9\" is unknown; there are: "},
            {"--workloads=", "workload \"\" is unknown; there are: "},
            {"--reps 0", "reps 0 is outside 1..1000"},
            {"--reps many", "reps \"many\" is not a whole number; write for example 40"},
            {"--threads 0", "threads 0 is outside 1..1024"},
            {"--warm-up -1", "warm-up -1 is outside 0..600"},
            {"--kernel fast", "kernel \"fast\" is unknown; there are: auto, scalar, vector"},
        };
        int checked = 0;
        for (String[] row : table) {
            Outcome outcome = run("bench " + row[0]);
            assertEquals(2, outcome.exitCode(), row[0]);
            assertEquals("", outcome.out(), row[0]);
            assertTrue(outcome.err().startsWith(row[1]), outcome.err());
            assertEquals(1, outcome.err().lines().count());
            checked++;
        }
        assertEquals(7, checked);
    }

    private static Outcome run(String words) {
        return Outcome.of(words, EngineSettings.standard(), new FakeWindow(_ -> false));
    }
}
