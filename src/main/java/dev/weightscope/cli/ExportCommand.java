package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Keyed;
import dev.weightscope.preset.Preset;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and writes its pictures and its table.
record ExportCommand(PrintStream out) implements Command {
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
                                PictureOptions.out("The directory; made if it is missing.")
                                        .required(true)
                                        .build())
                        .addOption(
                                Specs.option(
                                                WHAT,
                                                Specs.keys(FigureContent.values()),
                                                "Which pictures; all gives each by itself and both"
                                                        + " in one. Default: all.")
                                        .build());
        PictureOptions.addPixels(spec);
        Specs.addOptions(spec, new SignalLab().options());
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
        Path directory = PictureOptions.directory(parsed);
        PixelScale pixels = PictureOptions.pixels(parsed);
        FigureContent what =
                Keyed.find(
                        "what",
                        FigureContent.values(),
                        parsed.matchedOptionValue(WHAT, FigureContent.ALL.key()));
        SignalSettings asked = GivenOptions.settings(new SignalLab().options(), parsed);
        what.requireGradients(asked);
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        List<Preset.Compared> compared = chosen.compared();
        List<SignalAnswer> answers =
                runner.run(
                        asked,
                        Stream.concat(
                                        Stream.of(chosen.experiment()),
                                        compared.stream().map(Preset.Compared::experiment))
                                .toList());
        List<PictureFiles.Labelled> beside = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            beside.add(new PictureFiles.Labelled(compared.get(i).label(), answers.get(i + 1)));
        }
        return new PictureFiles(answers.getFirst(), beside, what, pixels).write(directory);
    }
}
