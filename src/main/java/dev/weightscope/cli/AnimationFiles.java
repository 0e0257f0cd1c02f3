package dev.weightscope.cli;

import dev.weightscope.animation.Frames;
import dev.weightscope.animation.Sweep;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.export.AnimationFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.lab.Pace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// A sweep's pictures as files, with the way to the end of them on a terminal.
///
/// @param note of the whole sweep
/// @param notes of each frame, by its index
record AnimationFiles(
        Sweep<?> sweep,
        PictureStyle style,
        int rate,
        String note,
        IntFunction<String> notes,
        Terminal terminal) {
    /// From here on it is said how large files will be.
    private static final long LARGE = 20_000_000;

    /// Writes an animation.
    ///
    /// @param name of the file or the folder, without an ending
    /// @param figures one for each frame
    /// @return the files
    /// @throws Interrupted if it was, with nothing left of this animation
    /// @throws IOException whose message is one sentence, if a file cannot be written
    List<Path> write(Path directory, String name, List<Figure> figures, Cancellation cancellation)
            throws IOException {
        List<Figure> frames = Frames.of(sweep, figures).figures();
        AnimationFile animation =
                new AnimationFile(
                        frames,
                        style.size(figures.getFirst()),
                        Palette.LIGHT,
                        style.pixels(),
                        rate);
        tellSize(name, animation);
        ProgressLine<String, Path> line =
                new ProgressLine<>(
                        terminal::progress,
                        System::nanoTime,
                        List.of(name),
                        ProgressLine.Kept.WHOLE_ONES);
        Pace pace = new Pace(System::nanoTime);
        try {
            return write(
                    animation,
                    directory.resolve(name),
                    frame ->
                            line.begun(name)
                                    .step(pace.step(name + ", frame", frame, frames.size())),
                    cancellation);
        } catch (CancelledException _) {
            throw new Interrupted("interrupted; nothing is left of %s".formatted(name));
        } finally {
            line.clear();
        }
    }

    private List<Path> write(
            AnimationFile animation, Path place, IntConsumer begun, Cancellation cancellation)
            throws IOException {
        if (style.form() == PictureForm.GIF) {
            Path file = place.resolveSibling(place.getFileName() + ".gif");
            animation.writeGif(file, note, begun, cancellation);
            return List.of(file);
        }
        return animation.writeNumbered(place, style.form(), notes, begun, cancellation);
    }

    /// On a terminal, where it is large.
    private void tellSize(String name, AnimationFile animation) throws IOException {
        Optional<PrintStream> screen = terminal.progress();
        if (screen.isPresent()) {
            long bytes = animation.likelyBytes(style.form());
            if (bytes >= LARGE) {
                screen.get()
                        .println(
                                String.format(
                                        Locale.ROOT,
                                        "%s: %d frames, about %d MB; Ctrl+C gives it up",
                                        name,
                                        sweep.frames(),
                                        Math.round(bytes / 1e6)));
            }
        }
    }
}
