package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.signal.FigureContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and writes its pictures and its table.
record ExportCommand(ExperimentRunner laboratory) {
    /// @return the files written
    List<Path> execute(ParseResult parsed) throws IOException {
        Path directory = directory(parsed.matchedOptionValue(CommandSpecs.OUT, ""));
        PixelScale pixels =
                Keyed.find(
                        "pixels",
                        PixelScale.values(),
                        parsed.matchedOptionValue(CommandSpecs.PIXELS, PixelScale.X2.key()));
        FigureContent what =
                Keyed.find(
                        "what",
                        FigureContent.values(),
                        parsed.matchedOptionValue(CommandSpecs.WHAT, FigureContent.ALL.key()));
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        List<Preset.Compared> compared = chosen.compared();
        List<Snapshot> snapshots =
                laboratory.run(
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
        try {
            Path directory = Path.of(text);
            if (!text.isEmpty() && (Files.isDirectory(directory) || !Files.exists(directory))) {
                return directory;
            }
        } catch (InvalidPathException _) {
            // said below
        }
        throw new Refusal("out \"%s\" is not a directory; name one, or a new one".formatted(text));
    }
}
