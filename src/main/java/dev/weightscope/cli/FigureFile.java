package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.export.PngFile;
import dev.weightscope.memory.MemoryNeed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/// Figures as PNG files.
///
/// @param note what brings back what the figures show
record FigureFile(PixelScale pixels, String note) {
    private static final int ONE_CHART = 640;
    private static final int MORE_CHARTS = 260;

    /// @throws IOException whose message is one sentence, if the file cannot be written
    void write(Path file, Figure figure) throws IOException {
        FigureSize size =
                FigureSize.ofHeight(ONE_CHART + (figure.parts().size() - 1) * MORE_CHARTS);
        PngFile.write(file, render(figure, size), pixels.factor(), note);
    }

    /// @throws dev.weightscope.model.Refusal if there is no room for so many pixels
    private BufferedImage render(Figure figure, FigureSize size) {
        int width = size.width() * pixels.factor();
        int height = size.height() * pixels.factor();
        return new MemoryNeed(
                        "a picture of %d x %d pixels".formatted(width, height),
                        (long) Integer.BYTES * width * height,
                        "smaller --pixels")
                .use(() -> FigureImage.render(figure, size, Palette.LIGHT, pixels));
    }
}
