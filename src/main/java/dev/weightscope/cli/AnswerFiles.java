package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.View;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A lab's answers as files: a picture for each of its views, and its tables.
///
/// @param answers the experiment's own first
/// @param pins what else was asked
record AnswerFiles<S, A>(List<Named<S, A>> answers, Pins pins, PictureStyle style) {
    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory) throws IOException {
        Answered<S, A> first = answers.getFirst().answered();
        Lab<S, A> lab = first.lab();
        String caption = first.caption();
        FigureFile pictures = new FigureFile(style, note(first));
        List<Series<A>> series = series();
        List<Path> files = new ArrayList<>();
        for (View<A> view : lab.views(first.answer())) {
            Figure.Part part = new Figure.Part(view.label(), view.chart(series), 1);
            files.add(pictures.write(directory, view.key(), new Figure(part, caption)));
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

    /// Brings back the setting and the pins, on the lab's tab; what asks for nothing is opened as
    /// any other.
    private String note(Answered<S, A> first) {
        Lab<S, A> lab = first.lab();
        S settings = first.question().settings();
        boolean isPlain = settings.equals(lab.options().defaults());
        SessionState state =
                new SessionState(first.question().experiment(), pins)
                        .withLab(lab.key(), isPlain ? "" : lab.saved().format(settings));
        return SavedSession.of(state, new TreeMap<>(Map.of("tab", lab.key()))).format();
    }
}
