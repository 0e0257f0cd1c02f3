package dev.weightscope.cli;

import dev.weightscope.animation.Pace;
import dev.weightscope.animation.Sweep;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.model.Experiment;
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
import java.util.function.Consumer;
import picocli.CommandLine.ParseResult;

/// The signal's pictures while one number of the experiment goes its way.
record AnimatedExport(EngineSettings settings, Terminal terminal) {
    private static final SignalLab SIGNAL = new SignalLab();

    /// @param what which pictures
    /// @param written told each file
    /// @throws Interrupted if it was
    /// @throws IOException whose message is one sentence, if a file cannot be written
    void write(ParseResult parsed, FigureContent what, Consumer<Path> written) throws IOException {
        Path directory = PictureOptions.directory(parsed);
        PictureStyle style = PictureOptions.style(parsed, PictureStyle.ANIMATION);
        Sweep sweep = AnimationOptions.sweep(parsed);
        int rate = AnimationOptions.rate(parsed);
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        SignalSettings asked = chosen.settings(SIGNAL, parsed);
        what.requireGradients(asked);
        List<Experiment> experiments = sweep.experiments(chosen.experiment());
        Cancellation interruption = terminal.interruption();
        List<List<Series<SignalAnswer>>> frames =
                frames(asked, experiments, chosen.compared(), interruption);
        AnimationFiles files =
                new AnimationFiles(
                        sweep,
                        style,
                        rate,
                        new SignalNote(chosen.experiment(), asked, chosen.compared()).text(),
                        frame ->
                                new SignalNote(experiments.get(frame), asked, chosen.compared())
                                        .text(),
                        terminal);
        for (FigureContent content :
                what == FigureContent.ALL ? FigureContent.of(frames.getFirst()) : List.of(what)) {
            List<Figure> figures =
                    frames.stream()
                            .map(answers ->
                                    new Figure(
                                            content.parts(answers),
                                            SignalLab.answered(answers.getFirst().values())
                                                    .caption()))
                            .toList();
            files.write(directory, content.key(), figures, interruption).forEach(written);
        }
    }

    /// Every frame's answer, with those that do not change beside it.
    private List<List<Series<SignalAnswer>>> frames(
            SignalSettings asked,
            List<Experiment> experiments,
            List<Preset.Compared> compared,
            Cancellation interruption) {
        ProgressLine<String, Snapshot> line =
                new ProgressLine<>(
                        terminal::progress,
                        System::nanoTime,
                        List.of(""),
                        ProgressLine.Kept.WHOLE_ONES);
        Pace pace = new Pace(System::nanoTime, "computing frame", experiments.size());
        try (Kernel kernel = settings.startKernel()) {
            Solver<SignalSettings, SignalAnswer> solver = SIGNAL.solver(kernel, settings.memory());
            List<Series<SignalAnswer>> beside = new ArrayList<>();
            for (Preset.Compared each : compared) {
                beside.add(
                        new Series<>(
                                each.label(),
                                beside.size() + 1,
                                Series.Role.PINNED,
                                solve(solver, asked, each.experiment(), interruption)));
            }
            List<List<Series<SignalAnswer>>> frames = new ArrayList<>();
            for (Experiment experiment : experiments) {
                line.begun("").step(pace.at(frames.size() + 1));
                List<Series<SignalAnswer>> answers = new ArrayList<>();
                answers.add(
                        new Series<>(
                                experiment.label(),
                                0,
                                Series.Role.LIVE,
                                solve(solver, asked, experiment, interruption)));
                answers.addAll(beside);
                frames.add(answers);
            }
            return frames;
        } catch (CancelledException _) {
            throw new Interrupted("interrupted before anything was written");
        } finally {
            line.clear();
        }
    }

    private static SignalAnswer solve(
            Solver<SignalSettings, SignalAnswer> solver,
            SignalSettings asked,
            Experiment experiment,
            Cancellation interruption) {
        return solver.solve(
                new Question<>(experiment, asked), interruption, ProgressListener.none());
    }
}
