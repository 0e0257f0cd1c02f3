package dev.weightscope.export;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.kernel.Cancellation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Figures of one size as an animation, or as pictures that are numbered; drawn and written one
/// after another, so that it takes no more memory than one.
///
/// @param figures at least two
/// @param pixels for each unit, in the forms that have pixels
/// @param rate frames a second, 1..[#MOST_FRAMES_A_SECOND]
public record AnimationFile(
        List<Figure> figures, FigureSize size, Palette palette, PixelScale pixels, int rate) {
    /// A player of GIF files shows shorter frames for a tenth of a second.
    public static final int MOST_FRAMES_A_SECOND = 50;

    private static final int HUNDREDTHS = 100;

    /// How many frames the colours of all are taken from.
    private static final int SAMPLES = 8;

    public AnimationFile {
        figures = List.copyOf(figures);
        if (figures.size() < 2 || rate < 1 || rate > MOST_FRAMES_A_SECOND) {
            throw new IllegalArgumentException(
                    "%d frames, %d a second".formatted(figures.size(), rate));
        }
    }

    /// Writes a GIF file, whole or not at all. The last frame is shown for a second, then it begins
    /// again.
    ///
    /// @param sessionText is found again by [PictureFile#readSessionText]
    /// @param begun told the number of each frame, from 1, before it is drawn
    /// @throws dev.weightscope.kernel.CancelledException if it is cancelled; nothing is left then
    /// @throws IOException whose message is one sentence, if the file cannot be written
    public void writeGif(
            Path file, String sessionText, IntConsumer begun, Cancellation cancellation)
            throws IOException {
        GifPalette colours = palette(cancellation);
        WholeFile.write(
                file,
                out -> {
                    try (GifFrames gif =
                            new GifFrames(out, colours, GifNote.comment(sessionText))) {
                        for (int i = 0; i < figures.size(); i++) {
                            cancellation.throwIfCancelled();
                            begun.accept(i + 1);
                            gif.write(image(i), hundredths(i));
                        }
                        gif.finish();
                    }
                });
    }

    private int hundredths(int frame) {
        int usual = Math.ceilDiv(HUNDREDTHS, rate);
        return frame == figures.size() - 1 ? Math.max(usual, HUNDREDTHS) : usual;
    }

    /// Writes a picture for each frame into a folder, which is made if it is missing:
    /// `01-of-60.png`.
    ///
    /// @param sessionTexts by the frame's index, found again by [PictureFile#readSessionText]
    /// @param begun as above
    /// @return the pictures
    /// @throws dev.weightscope.kernel.CancelledException if it is cancelled; what it wrote is gone
    /// @throws IOException whose message is one sentence, if a file cannot be written; what it
    ///   wrote before is gone then
    public List<Path> writeNumbered(
            Path folder,
            PictureForm form,
            IntFunction<String> sessionTexts,
            IntConsumer begun,
            Cancellation cancellation)
            throws IOException {
        boolean wasThere = Files.exists(folder);
        List<Path> written = new ArrayList<>();
        try {
            for (int i = 0; i < figures.size(); i++) {
                cancellation.throwIfCancelled();
                begun.accept(i + 1);
                Path file = folder.resolve(name(i) + "." + form.key());
                written.add(file);
                picture(i).write(file, form, sessionTexts.apply(i));
            }
            return List.copyOf(written);
        } catch (IOException | RuntimeException failed) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            if (!wasThere) {
                Files.deleteIfExists(folder);
            }
            throw failed;
        }
    }

    /// So that a name's order is the frames', and says if frames of another animation are there.
    private String name(int frame) {
        int digits = Integer.toString(figures.size()).length();
        return ("%0" + digits + "d-of-%d").formatted(frame + 1, figures.size());
    }

    /// About how large the file, or all of the numbered ones, will be: by some of the frames.
    ///
    /// @param form [PictureForm#GIF] for one file
    public long likelyBytes(PictureForm form) throws IOException {
        int middle = figures.size() / 2;
        if (form != PictureForm.GIF) {
            return figures.size() * picture(middle).bytes(form);
        }
        CountingStream out = new CountingStream();
        try (GifFrames gif = new GifFrames(out, palette(Cancellation.NEVER), "")) {
            gif.write(image(middle - 1), 1);
            long first = out.bytes;
            gif.write(image(middle), 1);
            return first + (figures.size() - 1) * (out.bytes - first);
        }
    }

    private GifPalette palette(Cancellation cancellation) {
        int last = figures.size() - 1;
        Map<Integer, Long> counts = new HashMap<>();
        IntStream.range(0, SAMPLES)
                .map(i -> Math.round((float) last * i / (SAMPLES - 1)))
                .distinct()
                .forEach(frame -> {
                    cancellation.throwIfCancelled();
                    GifPalette.counts(image(frame))
                            .forEach((colour, count) -> counts.merge(colour, count, Long::sum));
                });
        return GifPalette.of(counts);
    }

    private BufferedImage image(int frame) {
        return picture(frame).image();
    }

    private PictureFile picture(int frame) {
        return new PictureFile(figures.get(frame), size, palette, pixels);
    }

    /// Forgets what it is given.
    private static final class CountingStream extends OutputStream {
        long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }
}
