package dev.weightscope.export;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.export.pdf.PdfDocument;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A figure to be written as a picture that brings back what it shows.
///
/// @param pixels for each unit, in the forms that have pixels
public record PictureFile(Figure figure, FigureSize size, Palette palette, PixelScale pixels) {
    /// Writes it, whole or not at all.
    ///
    /// @param sessionText is found again by [#readSessionText]
    /// @throws IOException whose message is one sentence, if the file cannot be written
    /// @throws Refusal if there is no room for so many pixels
    public void write(Path file, PictureForm form, String sessionText) throws IOException {
        switch (form) {
            case PNG -> PngFile.write(file, image(), pixels.factor(), sessionText);
            case SVG -> WholeFile.write(file, SvgDocument.text(figure, size, palette, sessionText));
            case PDF -> {
                String metadata = XmpPacket.text(figure, sessionText);
                WholeFile.write(file, new PdfDocument(figure, size, palette, metadata)::writeTo);
            }
        }
    }

    /// What a picture that this program wrote brings back, also if another program has saved the
    /// picture again and kept its notes.
    ///
    /// @return empty for a picture without it
    /// @throws Refusal in one sentence, if it is no picture of the form that its name says, or one
    ///   so damaged that the text, if there is one, is lost
    public static Optional<String> readSessionText(Path file) {
        return switch (PictureForm.of(file)
                .orElseThrow(() ->
                        new Refusal(
                                "%s is named as no picture; pictures end in .png, .svg or .pdf"
                                        .formatted(Quoted.path(file))))) {
            case PNG -> PngFile.readExperimentText(file);
            case SVG -> SvgNote.read(file);
            case PDF -> XmpPacket.read(file);
        };
    }

    private BufferedImage image() {
        int width = size.width() * pixels.factor();
        int height = size.height() * pixels.factor();
        return new MemoryNeed(
                        "a picture of %d x %d pixels".formatted(width, height),
                        (long) Integer.BYTES * width * height,
                        "fewer pixels for each unit")
                .use(() -> FigureImage.render(figure, size, palette, pixels));
    }
}
