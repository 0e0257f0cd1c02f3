package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An answer's pictures and its table as files.
///
/// @param compared drawn beside it by depth, and as rows of histograms
/// @param what which pictures: one, or with [FigureContent#ALL] each by itself, and histograms and
///   curves in one
record PictureFiles(
        SignalAnswer answer, List<Labelled> compared, FigureContent what, PictureStyle style) {
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
        Answered<SignalSettings, SignalAnswer> answered = SignalLab.answered(answer);
        String caption = answered.caption();
        List<Path> files = new ArrayList<>();
        FigureFile pictures = new FigureFile(style, note());
        for (FigureContent content : contents()) {
            Figure figure = new Figure(content.parts(answers()), caption);
            files.add(pictures.write(directory, content.key(), figure));
        }
        files.addAll(TableFiles.write(TableFile.of("layers", List.of(answered)), directory));
        return files;
    }

    private String note() {
        return new SignalNote(
                        snapshot().experiment(),
                        answer.settings(),
                        compared.stream()
                                .map(each ->
                                        new Preset.Compared(
                                                each.label(), each.snapshot().experiment()))
                                .toList())
                .text();
    }

    private List<FigureContent> contents() {
        return what == FigureContent.ALL ? FigureContent.of(answers()) : List.of(what);
    }

    /// The experiment's own first.
    private List<Series<SignalAnswer>> answers() {
        List<Series<SignalAnswer>> answers = new ArrayList<>();
        answers.add(new Series<>(snapshot().experiment().label(), 0, Series.Role.LIVE, answer));
        for (Labelled each : compared) {
            answers.add(
                    new Series<>(each.label(), answers.size(), Series.Role.PINNED, each.answer()));
        }
        return answers;
    }
}
