package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.View;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A lab's answer as files: a picture for each of its views, and its tables.
record AnswerFiles<S, A>(Answered<S, A> answered, PixelScale pixels) {
    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory) throws IOException {
        Lab<S, A> lab = answered.lab();
        String caption = answered.caption();
        FigureFile pictures = new FigureFile(pixels, note());
        List<Series<A>> series =
                List.of(
                        new Series<>(
                                answered.question().experiment().label(),
                                0,
                                Series.Role.LIVE,
                                answered.answer()));
        List<Path> files = new ArrayList<>();
        for (View<A> view : lab.views(answered.answer())) {
            Path file = directory.resolve(view.key() + ".png");
            pictures.write(
                    file,
                    new Figure(new Figure.Part(view.label(), view.chart(series), 1), caption));
            files.add(file);
        }
        files.addAll(TableFiles.write(answered, directory, lab.key()));
        return files;
    }

    /// Brings back the setting, on the lab's tab; one that asks for nothing is opened as any other.
    private String note() {
        Lab<S, A> lab = answered.lab();
        S settings = answered.question().settings();
        boolean isPlain = settings.equals(lab.options().defaults());
        SessionState state =
                new SessionState(answered.question().experiment(), Pins.NONE)
                        .withLab(lab.key(), isPlain ? "" : lab.saved().format(settings));
        return SavedSession.of(state, new TreeMap<>(Map.of("tab", lab.key()))).format();
    }
}
