package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.figure.Figure;
import dev.weightscope.chart.figure.FigureContent;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.chart.line.DepthView;
import dev.weightscope.export.PngFile;
import dev.weightscope.export.SnapshotCsv;
import dev.weightscope.export.WholeFile;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A snapshot's pictures and its table as files.
///
/// @param compared drawn beside it by depth
/// @param what which pictures: one, or with [FigureContent#ALL] each by itself and both in one
record PictureFiles(
        Snapshot snapshot, List<Labelled> compared, FigureContent what, PixelScale pixels) {
    /// An answer with the name of its curve.
    record Labelled(String label, Snapshot snapshot) {}

    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (FigureContent content : pictures()) {
            Path file = directory.resolve(content.key() + ".png");
            PngFile.write(
                    file,
                    FigureImage.render(figure(content), Palette.LIGHT, pixels),
                    pixels.factor(),
                    ExperimentText.formatAll(snapshot.experiment()));
            files.add(file);
        }
        Path table = directory.resolve("layers.csv");
        WholeFile.write(table, SnapshotCsv.format(snapshot));
        files.add(table);
        return files;
    }

    private List<FigureContent> pictures() {
        return switch (what) {
            case HISTOGRAMS, DEPTH -> List.of(what);
            case ALL -> List.of(FigureContent.values());
        };
    }

    private Figure figure(FigureContent content) {
        return new Figure(
                content,
                HistogramLayout.GRID,
                HistogramView.of(snapshot, Quantity.ACTIVATION, Scale.LINEAR),
                new DepthView(curves(), Spread.STD));
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(snapshot.experiment().label(), 0, Curve.Role.LIVE, snapshot));
        for (Labelled each : compared) {
            curves.add(new Curve(each.label(), curves.size(), Curve.Role.PINNED, each.snapshot()));
        }
        return curves;
    }
}
