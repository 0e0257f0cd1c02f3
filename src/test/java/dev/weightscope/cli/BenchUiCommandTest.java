package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.bench.window.AnswerFigures;
import dev.weightscope.bench.window.Percentiles;
import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchUiCommandTest {
    @Test
    void benchUiPrintsWhatTheWindowSays() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                run("bench ui --json --steps 10 --threads 5", new TimedWindow())
                                        .out());
        assertEquals(
                List.of(
                        "jdk",
                        "kernel",
                        "threads",
                        "platform",
                        "width",
                        "height",
                        "steps",
                        "warmUpDrags",
                        "drags",
                        "races"),
                List.copyOf(json.propertyNames()));
        assertEquals(System.getProperty("java.version"), json.get("jdk").asString());
        assertEquals(5, json.get("threads").asInt());
        assertEquals(10, json.get("steps").asInt());
        assertEquals(
                new JsonMapper()
                        .readTree(
                                """
                                {"gain": {"p50": 0.01, "p95": 0.02, "p99": 0.03,
                                    "missedFrames": 0.125, "longestStall": 0.004,
                                    "events": 10, "paints": 6, "paintRate": 25.5,
                                    "whole": {"p50": 0.1, "p95": 0.2, "p99": 0.3}, "wholeRate": 12.5,
                                    "work": {"move": {"p50": 0.001, "p95": 0.002, "p99": 0.003},
                                        "picture": {"p50": 0.005, "p95": 0.006, "p99": 0.007}}}}
                                """),
                json.get("drags"));
        assertEquals(List.of("visit"), List.copyOf(json.get("races").propertyNames()));
        assertEquals(json.get("drags").get("gain"), json.get("races").get("visit"));

        List<String> lines = run("bench ui --threads 5", new TimedWindow()).out().lines().toList();
        assertEquals(
                "JDK %s; kernel: vector of 16 lanes, 5 threads; Headless, 1000 x 900"
                        .formatted(System.getProperty("java.version")),
                lines.getFirst());
        String figures = " +10 +20 +30 +100 +200 +300 +12.5 +4 +12.5 % +300 +6 +25.5 +1 +5";
        List<String> rows = lines.subList(lines.size() - 2, lines.size());
        assertTrue(rows.getFirst().matches(" *gain" + figures), rows.getFirst());
        assertTrue(rows.getLast().matches("race by visit" + figures), rows.getLast());
    }

    @Test
    void optionsOfTheEngineMayStandBeforeTheCommand() {
        String[] table = {
            "--threads 5 bench ui --json",
            "bench --threads 5 ui --json",
            "bench ui --json --threads 5"
        };
        int checked = 0;
        for (String words : table) {
            JsonNode json = new JsonMapper().readTree(run(words, new TimedWindow()).out());
            assertEquals(5, json.get("threads").asInt(), words);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void aWindowThatCannotBeTimedIsOneLine() {
        assertEquals(
                new Outcome(1, "", "there is no display\n"),
                run("bench ui --json", new FakeWindow(_ -> false)));
    }

    private static final class TimedWindow implements Window {
        @Override
        public boolean open(EngineSettings settings) {
            return false;
        }

        @Override
        public WindowFigures time(EngineSettings settings, int steps, int races, Passes passes) {
            SequencedMap<String, AnswerFigures> drags = new LinkedHashMap<>();
            drags.put(
                    "gain",
                    new AnswerFigures(
                            new Percentiles(0.01, 0.02, 0.03),
                            new Percentiles(0.1, 0.2, 0.3),
                            0.125,
                            0.004,
                            steps,
                            6,
                            25.5,
                            12.5,
                            new AnswerFigures.Work(
                                    new Percentiles(0.001, 0.002, 0.003),
                                    new Percentiles(0.005, 0.006, 0.007))));
            SequencedMap<String, AnswerFigures> raced = new LinkedHashMap<>();
            raced.put("visit", drags.get("gain"));
            return new WindowFigures(
                    "vector of 16 lanes, %d threads".formatted(settings.threads()),
                    settings.threads(),
                    "Headless",
                    1000,
                    900,
                    steps,
                    3,
                    drags,
                    raced);
        }
    }

    @Test
    void aMistakeIsOneSentence() {
        String[][] table = {
            {"bench ui --steps 9", "steps 9 is outside 10..36000"},
            {"bench ui --races -1", "races -1 is outside 0..1000"},
            {"bench ui --steps many", "steps \"many\" is not a whole number; write for example 40"},
            {"bench ui --threads 0", "threads 0 is outside 1..1024"},
            {"bench ui --reps 7", "option \"--reps\" is unknown"},
            {"bench --reps 7 ui", "bench ui does not take --reps; leave it out"},
            {"bench --json ui", "--json is not expected before ui; write it after ui"},
            {"--cache 0 bench ui --cache 0", "--cache is given twice; give it once"},
        };
        int checked = 0;
        for (String[] row : table) {
            Outcome outcome = run(row[0], new TimedWindow());
            assertEquals(2, outcome.exitCode(), row[0]);
            assertTrue(outcome.err().startsWith(row[1]), outcome.err());
            checked++;
        }
        assertEquals(8, checked);
    }

    private static Outcome run(String words, Window window) {
        return Outcome.of(words, EngineSettings.standard(), window);
    }
}
