package dev.weightscope.ui.file;

import dev.weightscope.animation.Frames;
import dev.weightscope.animation.LastAnswer;
import dev.weightscope.animation.SweptQuestion;
import dev.weightscope.animation.Way;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.AnimationFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Pace;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// An animation that a person wants.
///
/// @param base the experiment that is shown
/// @param redraw what is to move
/// @param form [PictureForm#GIF] for one file, or what numbered pictures are written as
/// @param note what brings back a picture of an experiment, on any thread
record AnimationChoice<S, A>(
        Way way,
        Experiment base,
        Redraw<S, A> redraw,
        PictureForm form,
        FigureSize size,
        Palette palette,
        PixelScale pixels,
        Function<Experiment, String> note) {
    private static final int FRAMES_A_SECOND = 10;

    /// Computes every frame, then draws them all.
    ///
    /// @param place a file, or a folder for numbered ones
    /// @param progress told how far it is, on any thread
    void write(
            Path place,
            Kernel kernel,
            MemoryBudget memory,
            Consumer<Step> progress,
            Cancellation cancellation)
            throws IOException {
        SweptQuestion<S> swept = redraw.swept(base, way);
        List<Figure> figures = figures(swept, kernel, memory, progress, cancellation);
        AnimationFile file =
                new AnimationFile(
                        Frames.of(swept.sweep(), figures).figures(),
                        size,
                        palette,
                        pixels,
                        FRAMES_A_SECOND);
        Pace pace = new Pace(System::nanoTime);
        if (form == PictureForm.GIF) {
            file.writeGif(
                    place,
                    note.apply(base),
                    frame -> progress.accept(pace.step("drawing frame", frame, figures.size())),
                    cancellation);
        } else {
            List<Path> _ =
                    file.writeNumbered(
                            place,
                            form,
                            frame -> note.apply(swept.frames().get(frame).question().experiment()),
                            frame ->
                                    progress.accept(
                                            pace.step("drawing frame", frame, figures.size())),
                            cancellation);
        }
    }

    private List<Figure> figures(
            SweptQuestion<S> swept,
            Kernel kernel,
            MemoryBudget memory,
            Consumer<Step> progress,
            Cancellation cancellation) {
        Solver<S, A> solver = redraw.lab().solver(kernel, memory);
        LastAnswer<S, A> answers = new LastAnswer<>(solver, cancellation);
        Pace pace = new Pace(System::nanoTime);
        List<Figure> figures = new ArrayList<>();
        try {
            for (SweptQuestion.At<S> each : swept.frames()) {
                progress.accept(
                        pace.step("computing frame", figures.size() + 1, swept.frames().size()));
                figures.add(redraw.picture().figure(each, answers.to(each.question())));
            }
            return figures;
        } finally {
            solver.rest();
        }
    }
}
