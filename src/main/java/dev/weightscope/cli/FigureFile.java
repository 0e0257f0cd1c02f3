package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.export.PictureFile;
import java.io.IOException;
import java.nio.file.Path;

/// Figures as files.
///
/// @param note what brings back what the figures show
record FigureFile(PictureStyle style, String note) {
    /// @param name without its extension
    /// @return the file
    /// @throws IOException whose message is one sentence, if the file cannot be written
    /// @throws dev.weightscope.model.Refusal if there is no room for so many pixels
    Path write(Path directory, String name, Figure figure) throws IOException {
        Path file = directory.resolve(name + "." + style.form().key());
        new PictureFile(figure, style.size(figure), Palette.LIGHT, style.pixels())
                .write(file, style.form(), note);
        return file;
    }
}
