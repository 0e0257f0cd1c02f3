package dev.weightscope.ui.file;

import dev.weightscope.animation.Sweep;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.AnimationFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// An animation that a person wants.
///
/// @param base the experiment that is shown
/// @param redraw what is to move
/// @param form [PictureForm#GIF] for one file, or what numbered pictures are written as
/// @param note what brings back a picture of an experiment, on any thread
record AnimationChoice(
        Sweep<Experiment> sweep,
        Experiment base,
        Redraw redraw,
        PictureForm form,
        FigureSize size,
        Palette palette,
        PixelScale pixels,
        Function<Experiment, String> note) {
    private static final int FRAMES_A_SECOND = 10;

    /// @param frames on one scale
    AnimationFile file(List<Figure> frames) {
        return new AnimationFile(frames, size, palette, pixels, FRAMES_A_SECOND);
    }

    /// @param place a file, or a folder for numbered ones
    void write(AnimationFile file, Path place, IntConsumer begun, Cancellation cancellation)
            throws IOException {
        if (form == PictureForm.GIF) {
            file.writeGif(place, note.apply(base), begun, cancellation);
        } else {
            List<Experiment> experiments = Sweep.experiments(sweep, base);
            List<Path> _ =
                    file.writeNumbered(
                            place,
                            form,
                            frame -> note.apply(experiments.get(frame)),
                            begun,
                            cancellation);
        }
    }
}
