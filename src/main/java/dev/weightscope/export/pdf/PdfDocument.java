package dev.weightscope.export.pdf;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.image.FigureImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A figure as a document of one page.
///
/// ISO 32000-1 (PDF 1.7). The same figure gives the same bytes: no date and no chance is in them.
///
/// @param metadata XML, left unpacked so that it is found by who knows nothing of the format
public record PdfDocument(Figure figure, FigureSize size, Palette palette, String metadata) {
    /// @param out not closed
    public void writeTo(OutputStream out) throws IOException {
        PdfSurface surface = new PdfSurface(FigureImage.measure());
        figure.layout(new Box(0, 0, size.width(), size.height()), surface).paint(surface, palette);
        PdfObjects objects = new PdfObjects();
        // First, so that a file which is cut short still has it.
        int metadataNumber =
                objects.addStream(
                        "/Type /Metadata /Subtype /XML", metadata.getBytes(StandardCharsets.UTF_8));
        int pages = objects.reserve();
        String page =
                "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << %s >> >>"
                        .formatted(
                                pages,
                                PdfText.number(size.width() * size.pointsPerUnit()),
                                PdfText.number(size.height() * size.pointsPerUnit()),
                                objects.addPacked("", operators(surface)),
                                surface.resources(objects));
        objects.set(
                pages, "<< /Type /Pages /Kids [%d 0 R] /Count 1 >>".formatted(objects.add(page)));
        int information =
                objects.add(
                        "<< /Title %s /Subject %s /Creator (WeightScope) /Producer (WeightScope) >>"
                                .formatted(
                                        PdfText.string(figure.title()),
                                        PdfText.string(figure.description())));
        int catalogue =
                objects.add(
                        ("<< /Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Lang (en)"
                                        + " /ViewerPreferences << /DisplayDocTitle true >> >>")
                                .formatted(pages, metadataNumber));
        objects.writeTo(out, catalogue, information);
    }

    /// The page's own y grows upwards.
    private byte[] operators(PdfSurface surface) {
        return "%1$s 0 0 -%1$s 0 %2$s cm 1 j\n%3$s"
                .formatted(
                        // to more digits than lengths have: every length is multiplied by it
                        Double.toString(size.pointsPerUnit()),
                        PdfText.number(size.height() * size.pointsPerUnit()),
                        surface.operators())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
