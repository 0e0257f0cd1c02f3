package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.file.NamedPath;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.signal.FigureContent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and writes its pictures and its table.
record ExportCommand(PrintStream out) implements Command {
    private static final String OUT = "--out";
    private static final String PIXELS = "--pixels";
    private static final String WHAT = "--what";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Run an experiment and write its pictures (PNG) and its table"
                                        + " (CSV) into a directory.")
                        .addOption(
                                Specs.option(OUT, "DIR", "The directory; made if it is missing.")
                                        .required(true)
                                        .build())
                        .addOption(
                                Specs.option(
                                                PIXELS,
                                                Specs.keys(PixelScale.values()),
                                                "Pixels for each unit of length. Default: 2x.")
                                        .build())
                        .addOption(
                                Specs.option(
                                                WHAT,
                                                Specs.keys(FigureContent.values()),
                                                "Which pictures; all gives each by itself and both"
                                                        + " in one. Default: all.")
                                        .build());
        Specs.addExperimentOptions(spec);
        return spec;
    }

    /// Prints the files written.
    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        write(parsed, new ExperimentRunner(settings)).forEach(out::println);
    }

    private static List<Path> write(ParseResult parsed, ExperimentRunner runner)
            throws IOException {
        Path directory = directory(parsed.matchedOptionValue(OUT, ""));
        PixelScale pixels =
                Keyed.find(
                        "pixels",
                        PixelScale.values(),
                        parsed.matchedOptionValue(PIXELS, PixelScale.X2.key()));
        FigureContent what =
                Keyed.find(
                        "what",
                        FigureContent.values(),
                        parsed.matchedOptionValue(WHAT, FigureContent.ALL.key()));
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        List<Preset.Compared> compared = chosen.compared();
        List<Snapshot> snapshots =
                runner.run(
                        Stream.concat(
                                        Stream.of(chosen.experiment()),
                                        compared.stream().map(Preset.Compared::experiment))
                                .toList());
        List<PictureFiles.Labelled> beside = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            beside.add(new PictureFiles.Labelled(compared.get(i).label(), snapshots.get(i + 1)));
        }
        return new PictureFiles(snapshots.getFirst(), beside, what, pixels).write(directory);
    }

    private static Path directory(String text) {
        Path directory = NamedPath.of(text);
        if (!text.isEmpty() && (Files.isDirectory(directory) || !Files.exists(directory))) {
            return directory;
        }
        throw new Refusal(
                "out \"%s\" is not a directory; name one, or a new one"
                        .formatted(Quoted.path(text)));
    }
}
