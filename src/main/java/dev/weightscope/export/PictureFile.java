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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        WholeFile.write(file, out -> writeTo(out, form, sessionText));
    }

    private void writeTo(OutputStream out, PictureForm form, String sessionText)
            throws IOException {
        switch (form) {
            case PNG -> out.write(PngFile.encode(image(), pixels.factor(), sessionText));
            case SVG ->
                    out.write(
                            SvgDocument.text(figure, size, palette, sessionText)
                                    .getBytes(StandardCharsets.UTF_8));
            case PDF ->
                    new PdfDocument(figure, size, palette, XmpPacket.text(figure, sessionText))
                            .writeTo(out);
            case GIF -> GifFrames.write(out, image(), sessionText);
        }
    }

    /// How many bytes it has, with nothing to bring back.
    long bytes(PictureForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out, form, "");
        return out.size();
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
                                "%s is named as no picture; pictures end in .png, .svg, .pdf or .gif"
                                        .formatted(Quoted.path(file))))) {
            case PNG -> PngFile.readExperimentText(file);
            case SVG -> SvgNote.read(file);
            case PDF -> XmpPacket.read(file);
            case GIF -> GifNote.read(file);
        };
    }

    BufferedImage image() {
        int width = size.width() * pixels.factor();
        int height = size.height() * pixels.factor();
        return new MemoryNeed(
                        "a picture of %d x %d pixels".formatted(width, height),
                        (long) Integer.BYTES * width * height,
                        "fewer pixels for each unit")
                .use(() -> FigureImage.render(figure, size, palette, pixels));
    }
}
