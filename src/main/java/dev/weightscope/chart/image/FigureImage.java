package dev.weightscope.chart.image;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.figure.Figure;
import java.awt.image.BufferedImage;

/// A figure as pixels.
public final class FigureImage {
    private FigureImage() {}

    /// The figure in its own size, opaque; the palette decides between light and dark.
    public static BufferedImage render(Figure figure, Palette palette, PixelScale pixels) {
        int factor = pixels.factor();
        BufferedImage image =
                new BufferedImage(
                        Figure.WIDTH * factor,
                        figure.height() * factor,
                        BufferedImage.TYPE_INT_RGB);
        figure.paint(new Java2dSurface(image, factor), palette, Figure.WIDTH, figure.height());
        return image;
    }
}
