package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.Track;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationFileTest {
    private static final AnimationFile ANIMATION =
            new AnimationFile(
                    IntStream.rangeClosed(0, 4)
                            .mapToObj(i ->
                                    new Figure(
                                            new Figure.Part(
                                                    "Gain " + i, new Track("0", "4", i / 4.0), 1),
                                            "a caption"))
                            .toList(),
                    new FigureSize(200, 120),
                    Palette.DARK,
                    PixelScale.X1,
                    8);

    @TempDir Path folder;

    private static final class Frame {
        final List<Integer> delays = new ArrayList<>();
        final List<BufferedImage> shown = new ArrayList<>();
    }

    /// As a player shows it.
    private static Frame play(Path file) throws IOException {
        Frame frames = new Frame();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            BufferedImage screen = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode tree =
                        (IIOMetadataNode)
                                reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place =
                        (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
                IIOMetadataNode control =
                        (IIOMetadataNode)
                                tree.getElementsByTagName("GraphicControlExtension").item(0);
                frames.delays.add(Integer.valueOf(control.getAttribute("delayTime")));
                assertEquals(0, tree.getElementsByTagName("LocalColorTable").getLength());
                screen.createGraphics()
                        .drawImage(
                                reader.read(i),
                                Integer.parseInt(place.getAttribute("imageLeftPosition")),
                                Integer.parseInt(place.getAttribute("imageTopPosition")),
                                null);
                BufferedImage copy = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
                copy.setData(screen.getData());
                frames.shown.add(copy);
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    @Test
    void aGifShowsEveryFrameForItsTimeAllButInTheColoursOfThePicture() throws IOException {
        Path file = folder.resolve("a.gif");
        List<Integer> begun = new ArrayList<>();
        ANIMATION.writeGif(file, "--input 'σ.csv'", begun::add, Cancellation.NEVER);
        assertEquals(List.of(1, 2, 3, 4, 5), begun);
        assertEquals(Optional.of("--input 'σ.csv'"), PictureFile.readSessionText(file));
        Frame played = play(file);
        assertEquals(List.of(13, 13, 13, 13, 100), played.delays);
        for (int i = 0; i < 5; i++) {
            BufferedImage drawn =
                    new PictureFile(
                                    ANIMATION.figures().get(i),
                                    ANIMATION.size(),
                                    Palette.DARK,
                                    PixelScale.X1)
                            .image();
            assertEquals(0, farthest(drawn, played.shown.get(i)), 3, "frame " + i);
        }
        assertTrue(ANIMATION.likelyBytes(PictureForm.GIF) >= Files.size(file) / 2);
    }

    private static int farthest(BufferedImage one, BufferedImage other) {
        int farthest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int a = (one.getRGB(x, y) >> shift) & 0xff;
                    int b = (other.getRGB(x, y) >> shift) & 0xff;
                    farthest = Math.max(farthest, Math.abs(a - b));
                }
            }
        }
        return farthest;
    }

    @Test
    void numberedPicturesEachBringTheirOwnBack() throws IOException {
        int checked = 0;
        for (PictureForm form : PictureForm.values()) {
            List<Path> files =
                    ANIMATION.writeNumbered(
                            folder.resolve(form.key()),
                            form,
                            i -> "--gain " + i,
                            _ -> {},
                            Cancellation.NEVER);
            assertEquals(
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(i ->
                                    folder.resolve(form.key()).resolve(i + "-of-5." + form.key()))
                            .toList(),
                    files);
            for (int i = 0; i < 5; i++) {
                assertEquals(Optional.of("--gain " + i), PictureFile.readSessionText(files.get(i)));
            }
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void whatIsCancelledLeavesNothing() throws IOException {
        for (boolean gif : new boolean[] {true, false}) {
            List<Integer> begun = new ArrayList<>();
            Cancellation third = () -> begun.size() == 3;
            assertThrows(
                    CancelledException.class,
                    () -> {
                        if (gif) {
                            ANIMATION.writeGif(folder.resolve("a.gif"), "", begun::add, third);
                        } else {
                            ANIMATION.writeNumbered(
                                    folder.resolve("frames"),
                                    PictureForm.PNG,
                                    _ -> "",
                                    begun::add,
                                    third);
                        }
                    });
            assertEquals(List.of(1, 2, 3), begun);
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    @Test
    void aDamagedOrHostileGifIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("a.gif");
        ANIMATION.writeGif(file, "--depth 3", _ -> {}, Cancellation.NEVER);
        byte[] whole = Files.readAllBytes(file);
        String lost = "FILE is damaged; the experiment in it, if there was one, is lost";
        String head = "GIF89a\1\0\1\0\0\0\0";
        String comment = "!\u00fe";
        String[][] table = {
            {"", "FILE is no GIF picture"},
            {"GIF90a", "FILE is no GIF picture"},
            {"GIF89a", lost},
            {head, lost},
            {head + "x", lost},
            {head + "!\u00f9\4\0", lost},
            {head.replace("\1\0\0\0", "\1\0\u0087\0"), lost}, // colours that are not there
            {head + comment + "\u0011weightscope:====x\0;", lost},
            {
                head + comment + "\u000cweightscope:" + ("\u00ff" + "A".repeat(255)).repeat(9000),
                "FILE holds a note of more than 1 MiB, which no experiment has"
            },
            {head + comment + "\5other\0;", "Optional.empty"},
            {head + comment + "\u0010weightscope:YQ==\0", "Optional[a]"},
        };
        for (String[] row : table) {
            Files.write(file, row[0].getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(row[1], read(file), row[0].substring(0, Math.min(40, row[0].length())));
        }
        assertEquals(11, table.length);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertEquals("Optional[--depth 3]", read(file));
    }

    private static String read(Path file) {
        try {
            return PictureFile.readSessionText(file).toString();
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage()).replace(file.toString(), "FILE");
        }
    }
}
