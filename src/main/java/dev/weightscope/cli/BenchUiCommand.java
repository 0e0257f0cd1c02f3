package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.bench.window.AnswerFigures;
import dev.weightscope.bench.window.Percentiles;
import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Times drags and races in the window, and prints what came out.
record BenchUiCommand(Window window, PrintStream out) implements Command {
    private static final int DIGITS = 3;

    @Override
    public String name() {
        return "ui";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Drag gain, width and depth in the window, race networks and drag"
                                        + " the slider of steps, and time how soon the picture"
                                        + " follows; without a display in memory.")
                        .addOption(
                                Specs.flag(
                                        Specs.JSON,
                                        "Print one JSON object instead; times in seconds."));
        Specs.addOptions(spec, BenchOptions.DRAGS);
        Specs.addEngineOptions(spec, EngineOptions.ALL);
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        BenchSettings given = GivenOptions.settings(BenchOptions.DRAGS, parsed);
        WindowFigures figures =
                window.time(
                        settings,
                        given.steps(),
                        given.races(),
                        given.forward() ? Passes.FORWARD : Passes.THERE_AND_BACK);
        if (parsed.hasMatchedOption(Specs.JSON)) {
            out.println(new JsonMapper().writeValueAsString(json(figures)));
        } else {
            out.print(table(figures));
        }
    }

    private static SequencedMap<String, Object> json(WindowFigures figures) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("jdk", System.getProperty("java.version"));
        json.put("kernel", figures.kernel());
        json.put("threads", figures.threads());
        json.put("platform", figures.platform());
        json.put("width", figures.width());
        json.put("height", figures.height());
        json.put("steps", figures.steps());
        json.put("warmUpDrags", figures.warmUpDrags());
        json.put("drags", json(figures.drags()));
        json.put("races", json(figures.races()));
        return json;
    }

    private static SequencedMap<String, Object> json(SequencedMap<String, AnswerFigures> all) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        all.forEach((name, figures) -> json.put(name, json(figures)));
        return json;
    }

    private static SequencedMap<String, Object> json(AnswerFigures drag) {
        SequencedMap<String, Object> json = json(drag.latency());
        json.put("missedFrames", drag.missedFrames());
        json.put("longestStall", drag.longestStall());
        json.put("events", drag.events());
        json.put("paints", drag.paints());
        json.put("paintRate", drag.paintRate());
        json.put("whole", json(drag.whole()));
        json.put("wholeRate", drag.wholeRate());
        SequencedMap<String, Object> work = new LinkedHashMap<>();
        work.put("move", json(drag.work().move()));
        work.put("picture", json(drag.work().picture()));
        json.put("work", work);
        return json;
    }

    private static SequencedMap<String, Object> json(Percentiles latency) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("p50", latency.p50());
        json.put("p95", latency.p95());
        json.put("p99", latency.p99());
        return json;
    }

    private static String table(WindowFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "",
                        "p50",
                        "p95",
                        "p99",
                        "whole p50",
                        "p95",
                        "p99",
                        "whole a second",
                        "stall",
                        "missed",
                        "events",
                        "paints",
                        "a second",
                        "work a move",
                        "a picture"));
        figures.drags().forEach((name, drag) -> rows.add(row(name, drag)));
        figures.races().forEach((name, race) -> rows.add(row("race by " + name, race)));
        return """
        JDK %s; kernel: %s; %s, %s x %s
        milliseconds from a question to its paint, after %d drags to warm up

        %s\
        """
                .formatted(
                        System.getProperty("java.version"),
                        figures.kernel(),
                        figures.platform(),
                        Numbers.plain(figures.width()),
                        Numbers.plain(figures.height()),
                        figures.warmUpDrags(),
                        TextTable.format(TextTable.Alignment.RIGHT, rows));
    }

    private static List<String> row(String name, AnswerFigures drag) {
        return List.of(
                name,
                millis(drag.latency().p50()),
                millis(drag.latency().p95()),
                millis(drag.latency().p99()),
                millis(drag.whole().p50()),
                millis(drag.whole().p95()),
                millis(drag.whole().p99()),
                Numbers.significant(drag.wholeRate(), DIGITS),
                millis(drag.longestStall()),
                Numbers.significant(100 * drag.missedFrames(), DIGITS) + " %",
                Integer.toString(drag.events()),
                Integer.toString(drag.paints()),
                Numbers.significant(drag.paintRate(), DIGITS),
                millis(drag.work().move().p50()),
                millis(drag.work().picture().p50()));
    }

    private static String millis(double seconds) {
        return Numbers.significant(1000 * seconds, DIGITS);
    }
}
