package dev.weightscope.ui.chart;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.image.FigureImage;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A figure as an image of the toolkit, the same to the pixel as the one in a file.
public final class FigurePixels {
    private FigurePixels() {}

    public static Image of(Figure figure, FigureSize size, Palette palette, PixelScale pixels) {
        BufferedImage drawn = FigureImage.render(figure, size, palette, pixels);
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        drawn.getRGB(0, 0, width, height, null, 0, width),
                        0,
                        width);
        return image;
    }
}
