package dev.weightscope.cli;

import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.View;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A lab's answers as files: a picture for each of its views, or of what shows one setting one for
/// each of them, and its tables.
///
/// @param answers the experiment's own first
/// @param pins what else was asked
/// @param charts which views
record AnswerFiles<S, A>(
        List<Named<S, A>> answers, Pins pins, ChosenCharts charts, PictureStyle style) {
    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory) throws IOException {
        Answered<S, A> first = answers.getFirst().answered();
        Lab<S, A> lab = first.lab();
        String caption = first.caption();
        FigureFile pictures =
                new FigureFile(style, new LabNote<>(lab, first.question(), pins).text());
        List<Series<A>> series = series();
        List<Path> files = new ArrayList<>();
        for (View<A> view : charts.among(lab.views(first.answer()))) {
            for (Picture<A> picture : Picture.all(view, series)) {
                files.add(
                        pictures.write(directory, picture.key(), picture.figure(series, caption)));
            }
        }
        files.addAll(
                TableFiles.write(
                        lab.isList(answers.size())
                                ? TableFile.named(lab.key(), answers)
                                : TableFile.of(lab.key(), List.of(first)),
                        directory));
        return files;
    }

    private List<Series<A>> series() {
        List<Series<A>> series = new ArrayList<>();
        for (Named<S, A> each : answers) {
            Series.Role role = series.isEmpty() ? Series.Role.LIVE : Series.Role.PINNED;
            series.add(new Series<>(each.label(), colour(each), role, each.answer()));
        }
        return series;
    }

    /// As in the window.
    private int colour(Named<S, A> each) {
        return each.equals(answers.getFirst())
                ? 0
                : pins.find(each.answered().question().experiment()).map(Pin::colour).orElse(0);
    }
}
