package dev.weightscope.export.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureShape;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.image.FigureImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents as another program reads them.
class PdfDocumentTest {
    private static final FigureSize SIZE = new FigureSize(300, 200);
    private static final Figure FIGURE =
            new Figure(new Figure.Part("A “heading” 𝜎", new EveryMark(), 1), "μ 0.56 · 10⁻⁴");

    @TempDir Path folder;

    @Test
    void anotherProgramReadsTextsFontsAndMetadata() throws IOException {
        Path file = write(Palette.DARK);
        PdfPage page = PdfPage.read(file);
        assertEquals(
                List.of("A “heading” 𝜎", "left", "middle", "right σ χ₁", "μ 0.56 · 10⁻⁴"),
                page.texts);
        assertEquals(2, page.embedded.size());
        for (String name : page.embedded) {
            assertTrue(name.matches("[A-Z]{6}\\+[A-Za-z0-9]+(-Bold)?(-Identity-H)?"), name);
        }
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDDocumentInformation information = document.getDocumentInformation();
            assertEquals("A “heading” 𝜎", information.getTitle());
            assertEquals("μ 0.56 · 10⁻⁴", information.getSubject());
            assertEquals(
                    "<xml/>",
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8));
            assertEquals(225, document.getPage(0).getMediaBox().getWidth());
            assertEquals(150, document.getPage(0).getMediaBox().getHeight());
        }
    }

    @Test
    void thePageLooksLikeThePictureOfPixels() throws IOException {
        int checked = 0;
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            BufferedImage picture = FigureImage.render(FIGURE, SIZE, palette, PixelScale.X2);
            try (PDDocument document = Loader.loadPDF(write(palette).toFile())) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 192);
                assertEquals(picture.getWidth(), page.getWidth());
                assertEquals(picture.getHeight(), page.getHeight());
                // What differs is how edges are smoothed; a letter that is missing is three times
                // it.
                assertEquals(0, difference(picture, page), 24);
            }
            checked++;
        }
        assertEquals(2, checked);
    }

    /// A column is 89 mm wide, two are 183.
    @Test
    void aPageOfAPaperIsAsWideAsItsColumns() throws IOException {
        for (FigureShape shape : List.of(FigureShape.ONE_COLUMN, FigureShape.TWO_COLUMNS)) {
            FigureSize size = shape.size(FIGURE);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new PdfDocument(FIGURE, size, Palette.LIGHT, "<xml/>").writeTo(bytes);
            try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
                PDRectangle page = document.getPage(0).getMediaBox();
                double millimetres = page.getWidth() / 72 * 25.4;
                assertEquals(shape == FigureShape.ONE_COLUMN ? 89 : 183, millimetres, 0.01);
                assertEquals(
                        size.height() / (double) size.width(),
                        page.getHeight() / page.getWidth(),
                        1e-4);
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 300);
                BufferedImage picture =
                        FigureImage.render(FIGURE, size, Palette.LIGHT, PixelScale.X2);
                assertEquals(painted(picture), painted(image), 0.01, shape.key());
            }
        }
    }

    /// How far to the right there is something, in parts of the width.
    private static double painted(BufferedImage image) {
        for (int x = image.getWidth() - 1; x > 0; x--) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) != image.getRGB(0, 0)) {
                    return x / (double) image.getWidth();
                }
            }
        }
        return 0;
    }

    @Test
    void theSameFigureGivesTheSameBytes() throws IOException {
        assertArrayEquals(
                Files.readAllBytes(write(Palette.LIGHT)), Files.readAllBytes(write(Palette.LIGHT)));
    }

    private Path write(Palette palette) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PdfDocument(FIGURE, SIZE, palette, "<xml/>").writeTo(bytes);
        return Files.write(folder.resolve("a.pdf"), bytes.toByteArray());
    }

    /// The largest by channels, of 255, once blocks of 8 by 8 pixels are made one.
    private static int difference(BufferedImage one, BufferedImage other) {
        int largest = 0;
        for (int y = 0; y < one.getHeight(); y += 8) {
            for (int x = 0; x < one.getWidth(); x += 8) {
                for (int channel = 0; channel < 3; channel++) {
                    int distance = Math.abs(mean(one, x, y, channel) - mean(other, x, y, channel));
                    largest = Math.max(largest, distance);
                }
            }
        }
        return largest;
    }

    private static int mean(BufferedImage image, int left, int top, int channel) {
        int sum = 0;
        for (int y = top; y < top + 8; y++) {
            for (int x = left; x < left + 8; x++) {
                sum += (image.getRGB(x, y) >> (8 * channel)) & 0xff;
            }
        }
        return sum / 64;
    }

    /// One of each mark.
    private record EveryMark() implements Chart {
        @Override
        public String description() {
            return "marks";
        }

        @Override
        public ChartLayout layout(Box area, TextMeasure measure) {
            return new ChartLayout() {
                @Override
                public void paint(Surface surface, Palette palette) {
                    double x = area.x();
                    double y = area.y();
                    surface.fill(new Box(x, y, 40, 20), palette.accent());
                    surface.disc(x + 60, y + 10, 9, palette.danger().withOpacity(0.5));
                    double[] xs = {x + 80, x + 110, x + 95};
                    double[] ys = {y, y + 4, y + 20};
                    surface.polygon(xs, ys, 3, palette.good());
                    surface.polyline(xs, ys, 3, Stroke.solid(palette.axis(), 2));
                    surface.line(x, y + 30, x + 200, y + 31, Stroke.dashed(palette.text(), 1));
                    surface.line(x, y + 35, x + 200, y + 36, Stroke.dotted(palette.text(), 2));
                    surface.image(
                            new int[] {0xffff0000, 0x8000ff00, 0xff0000ff, 0x00ffffff},
                            2,
                            2,
                            new Box(x + 120, y, 20, 20));
                    text(surface, "left", y + 60, Anchor.START, palette);
                    text(surface, "middle", y + 75, Anchor.MIDDLE, palette);
                    text(surface, "right σ χ₁", y + 90, Anchor.END, palette);
                }

                private void text(
                        Surface surface, String text, double y, Anchor anchor, Palette palette) {
                    double x = area.x() + area.width() / 2;
                    surface.text(text, x, y, TextStyle.LABEL, anchor, palette.muted());
                }

                @Override
                public List<Hit> stops() {
                    return List.of();
                }

                @Override
                public Optional<Hit> hit(double x, double y) {
                    return Optional.empty();
                }
            };
        }
    }
}
