package dev.weightscope.chart.image;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.TextMeasure;
import java.awt.image.BufferedImage;

/// A figure as pixels.
public final class FigureImage {
    private FigureImage() {}

    /// The size, margins and caption included, at which a single chart has `width` × `height`.
    public static FigureSize sizeAround(Figure figure, double width, double height) {
        return figure.around(width, height, measure());
    }

    /// How wide texts are in such a picture.
    public static TextMeasure measure() {
        return new Java2dSurface(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1);
    }

    /// The figure, opaque; the palette decides between light and dark.
    public static BufferedImage render(
            Figure figure, FigureSize size, Palette palette, PixelScale pixels) {
        int factor = pixels.factor();
        BufferedImage image =
                new BufferedImage(
                        size.width() * factor, size.height() * factor, BufferedImage.TYPE_INT_RGB);
        Java2dSurface surface = new Java2dSurface(image, factor);
        Box area = new Box(0, 0, size.width(), size.height());
        figure.layout(area, surface).paint(surface, palette);
        return image;
    }
}
