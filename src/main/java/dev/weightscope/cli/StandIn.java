package dev.weightscope.cli;

import dev.weightscope.model.Experiment;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Stands in for the window where there is no display: says so, writes the pictures of the default
/// experiment into the directory `weightscope-export`, and prints its table.
record StandIn(ExperimentRunner runner, PrintStream out) {
    /// @param workingDirectory where that directory is made
    void execute(Path workingDirectory) throws IOException {
        Path place = workingDirectory.resolve("weightscope-export");
        out.printf(
                "There is no display to open a window on, so the default experiment goes to %s;"
                        + " weightscope --help says what else can be done without one.%n%n",
                place);
        SignalAnswer answer = runner.run(SignalSettings.FORWARD, Experiment.DEFAULT);
        out.println(new SignalLab().text(answer));
        new PictureFiles(answer, List.of(), FigureContent.ALL, PictureStyle.DEFAULT)
                .write(place)
                .forEach(out::println);
    }
}
