package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
    private static final String TEXT = "--input 'Müller σ.csv' --gain 1.5";

    @TempDir Path directory;

    @Test
    void thePixelsComeBack() throws IOException {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        Path file = directory.resolve("a.png");
        PngFile.write(file, picture, 1, TEXT);

        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(3, read.getWidth());
        assertEquals(2, read.getHeight());
        assertEquals(picture.getRGB(2, 1), read.getRGB(2, 1));
    }

    @Test
    void theExperimentComesBackFromEveryKindOfPicture() throws IOException {
        int checked = 0;
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB}) {
            Path file = directory.resolve(type + ".png");
            PngFile.write(file, picture(type), 2, TEXT);
            assertEquals(Optional.of(TEXT), PngFile.readExperimentText(file));
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void theTextIsUtf8InAChunkThatOtherProgramsRead() throws IOException {
        Path file = directory.resolve("a.png");
        PngFile.write(file, picture(BufferedImage.TYPE_INT_RGB), 1, TEXT);
        String chunk = new String(chunks(file).get("iTXt"), StandardCharsets.UTF_8);
        assertEquals("weightscope\0\0\0\0\0" + TEXT, chunk);
    }

    @Test
    void theSizeOnPaperIsThatAtOnePixelADot() throws IOException {
        int[][] perMetre = {{1, 3780}, {2, 7559}, {4, 15118}};
        for (int[] row : perMetre) {
            Path file = directory.resolve(row[0] + "x.png");
            PngFile.write(file, picture(BufferedImage.TYPE_INT_RGB), row[0], TEXT);
            ByteBuffer size = ByteBuffer.wrap(chunks(file).get("pHYs"));
            assertEquals(row[1], size.getInt());
            assertEquals(row[1], size.getInt());
            assertEquals(1, size.get(), "metres");
        }
        assertEquals(3, perMetre.length);
    }

    @Test
    void otherFilesCarryNoExperiment() throws IOException {
        File plain = directory.resolve("plain.png").toFile();
        assertTrue(ImageIO.write(picture(BufferedImage.TYPE_INT_RGB), "png", plain));
        assertEquals(Optional.empty(), PngFile.readExperimentText(plain.toPath()));
    }

    @Test
    void aTextThatLatin1HasIsWrittenASecondTimeInTheKindOfChunkThatOthersKeep() throws IOException {
        Path file = directory.resolve("a.png");
        PngFile.write(file, picture(BufferedImage.TYPE_INT_RGB), 1, "--input Größe.csv");
        assertEquals(
                "weightscope\0--input Größe.csv",
                new String(chunks(file).get("tEXt"), StandardCharsets.ISO_8859_1));
        PngFile.write(file, picture(BufferedImage.TYPE_INT_RGB), 1, TEXT);
        assertFalse(chunks(file).containsKey("tEXt"));
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(3, 2, type);
        picture.setRGB(2, 1, 0xff12_3456);
        return picture;
    }

    /// The data of each kind of chunk.
    private static Map<String, byte[]> chunks(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] name = new byte[4];
            bytes.get(name).get(data).getInt();
            chunks.put(new String(name, StandardCharsets.US_ASCII), data);
        }
        return chunks;
    }
}
