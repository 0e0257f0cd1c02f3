package dev.weightscope.chart.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalParts;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureImageTest {
    private static final List<FigureContent> FORWARD =
            List.of(
                    FigureContent.HISTOGRAMS,
                    FigureContent.DEPTH,
                    FigureContent.COMPARE,
                    FigureContent.ALL);

    private static final FigureSize SIZE = FigureSize.ofHeight(640);

    @Test
    void eachScaleMultipliesThePixels() {
        for (PixelScale scale : PixelScale.values()) {
            Figure figure =
                    figure(FigureContent.DEPTH, HistogramLayout.GRID, SampleSnapshots.tanh());
            BufferedImage image = FigureImage.render(figure, SIZE, Palette.LIGHT, scale);
            assertEquals(SIZE.width() * scale.factor(), image.getWidth());
            assertEquals(SIZE.height() * scale.factor(), image.getHeight());
        }
    }

    @Test
    void everyPictureHasInkAboveAndBelowOnItsBackground() {
        int checked = 0;
        for (Snapshot snapshot :
                List.of(
                        SampleSnapshots.tanh(),
                        SampleSnapshots.exploding(),
                        SampleSnapshots.vanishing(),
                        SampleSnapshots.allNan(),
                        SampleSnapshots.zeros(),
                        SampleSnapshots.oneLayer())) {
            for (HistogramLayout layout : HistogramLayout.values()) {
                for (FigureContent content : FORWARD) {
                    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                        BufferedImage image =
                                FigureImage.render(
                                        figure(content, layout, snapshot),
                                        SIZE,
                                        palette,
                                        PixelScale.X1);
                        int half = image.getHeight() / 2;
                        assertEquals(palette.background().argb(), image.getRGB(2, 2));
                        assertTrue(inked(image, palette, 0, half) > 500, content + " " + layout);
                        assertTrue(
                                inked(image, palette, half, image.getHeight()) > 500,
                                content + " " + layout);
                        checked++;
                    }
                }
            }
        }
        assertEquals(144, checked);
    }

    @Test
    void theLiveCurveIsDrawnInItsColour() {
        BufferedImage image =
                FigureImage.render(
                        figure(FigureContent.DEPTH, HistogramLayout.GRID, SampleSnapshots.tanh()),
                        SIZE,
                        Palette.LIGHT,
                        PixelScale.X2);
        long pixels = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels += image.getRGB(x, y) == Palette.LIGHT.curve(0).argb() ? 1 : 0;
            }
        }
        assertTrue(pixels > 2000, () -> "only a few pixels of the live curve's colour");
    }

    private static long inked(BufferedImage image, Palette palette, int from, int to) {
        long pixels = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels += image.getRGB(x, y) != palette.background().argb() ? 1 : 0;
            }
        }
        return pixels;
    }

    private static Figure figure(FigureContent content, HistogramLayout layout, Snapshot snapshot) {
        List<Series<SignalAnswer>> answers =
                List.of(new Series<>("live", 0, Series.Role.LIVE, SignalAnswer.of(snapshot)));
        Figure.Part histograms =
                SignalParts.histograms(
                        HistogramView.of(snapshot, Quantity.ACTIVATION, Scale.LINEAR), layout);
        List<Figure.Part> parts =
                switch (content) {
                    case HISTOGRAMS -> List.of(histograms);
                    case ALL -> List.of(histograms, FigureContent.DEPTH.parts(answers).getFirst());
                    default -> content.parts(answers);
                };
        return new Figure(parts, snapshot.caption());
    }
}
