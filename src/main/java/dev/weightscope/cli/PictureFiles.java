package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.export.AnswerCsv;
import dev.weightscope.export.WholeFile;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import dev.weightscope.signal.DepthCurves;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// An answer's pictures and its table as files.
///
/// @param compared drawn beside it by depth, and as rows of histograms
/// @param what which pictures: one, or with [FigureContent#ALL] each by itself, and histograms and
///   curves in one
record PictureFiles(
        SignalAnswer answer, List<Labelled> compared, FigureContent what, PixelScale pixels) {
    /// An answer with the name of its curve.
    record Labelled(String label, SignalAnswer answer) {
        Snapshot snapshot() {
            return answer.snapshot();
        }
    }

    private Snapshot snapshot() {
        return answer.snapshot();
    }

    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        FigureFile pictures = new FigureFile(pixels, saved().format());
        for (FigureContent content : contents()) {
            Path file = directory.resolve(content.key() + ".png");
            pictures.write(file, new Figure(parts(content), snapshot().caption()));
            files.add(file);
        }
        Path table = directory.resolve("layers.csv");
        WholeFile.write(table, AnswerCsv.format(SignalLab.answered(answer)));
        files.add(table);
        return files;
    }

    /// What is compared comes back as pins, in the colours of its curves.
    private SavedSession saved() {
        if (compared.isEmpty()) {
            return SavedSession.of(snapshot().experiment());
        }
        Pins pins = Pins.NONE;
        for (Labelled each : compared) {
            if (pins.find(each.snapshot().experiment()).isEmpty() && !pins.isFull()) {
                pins = pins.with(each.label(), Pin.Origin.PRESET, each.snapshot().experiment());
            }
        }
        return SavedSession.of(new SessionState(snapshot().experiment(), pins), new TreeMap<>());
    }

    /// With nothing to compare, rows of histograms would say what the grid says.
    private List<FigureContent> contents() {
        return switch (what) {
            case HISTOGRAMS, DEPTH, COMPARE -> List.of(what);
            case ALL ->
                    compared.isEmpty()
                            ? List.of(
                                    FigureContent.HISTOGRAMS,
                                    FigureContent.DEPTH,
                                    FigureContent.ALL)
                            : List.of(FigureContent.values());
        };
    }

    private List<Figure.Part> parts(FigureContent content) {
        return switch (content) {
            case HISTOGRAMS -> List.of(histograms());
            case DEPTH -> List.of(depth());
            case COMPARE ->
                    List.of(
                            SignalParts.compare(
                                    SignalParts.rows(
                                            answers(),
                                            Quantity.ACTIVATION,
                                            Scale.LINEAR,
                                            Axis.COMMON)));
            case ALL -> List.of(histograms(), depth());
        };
    }

    private Figure.Part histograms() {
        return SignalParts.histograms(
                HistogramView.of(snapshot(), Quantity.ACTIVATION, Scale.LINEAR),
                HistogramLayout.GRID);
    }

    private Figure.Part depth() {
        return SignalParts.depth(DepthCurves.of(answers(), Spread.STD));
    }

    /// The experiment's own first.
    private List<Series<Snapshot>> answers() {
        List<Series<Snapshot>> answers = new ArrayList<>();
        answers.add(new Series<>(snapshot().experiment().label(), 0, Series.Role.LIVE, snapshot()));
        for (Labelled each : compared) {
            answers.add(
                    new Series<>(
                            each.label(), answers.size(), Series.Role.PINNED, each.snapshot()));
        }
        return answers;
    }
}
