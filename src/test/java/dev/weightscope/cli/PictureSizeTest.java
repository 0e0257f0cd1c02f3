package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSizeTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);
    private static final String SMALL = " --depth 2 --width 8 --samples 10 ";

    @TempDir private Path directory;

    @Test
    void picturesAreAsLargeAsWhatTheyAreMadeFor() throws IOException {
        String[][] table = {
            {"", "1200 x 640"},
            {"--size 4-3", "1200 x 900"},
            {"--size slide", "1200 x 675"},
            {"--size one-column", "450 x 338"},
            {"--size=two-columns", "925 x 520"},
        };
        for (String[] row : table) {
            Outcome outcome =
                    run("export --what depth --pixels 1x --out " + directory + SMALL + row[0]);
            assertEquals(0, outcome.exitCode(), outcome.err());
            BufferedImage image = ImageIO.read(directory.resolve("depth.png").toFile());
            assertEquals(row[1], image.getWidth() + " x " + image.getHeight(), row[0]);
        }
        assertEquals(5, table.length);
    }

    @Test
    void aMistakeIsOneLine() {
        String[][] table = {
            {"run --size slide", "--size is of pictures; give --out too"},
            {
                "export --size a4 --out " + directory,
                "size \"a4\" is unknown; there are: 4-3, slide, one-column, two-columns"
            },
        };
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
        }
        assertEquals(2, table.length);
    }

    private static Outcome run(String words) {
        return Outcome.of(words, SCALAR, new FakeWindow(_ -> true));
    }
}
