package dev.weightscope.ui.file;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.figure.Figure;
import dev.weightscope.chart.figure.FigureContent;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.export.PngFile;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Asks what, how large and where to, then writes the picture.
public final class PictureExport {
    private final Function<FigureContent, Optional<Figure>> figures;
    private final Supplier<Palette> palette;
    private final Desktop desktop;
    private final Notices notices;
    private Path folder;

    /// @param figures the picture as it is now; empty before the first
    /// @param folder where to propose to put it
    public PictureExport(
            Function<FigureContent, Optional<Figure>> figures,
            Supplier<Palette> palette,
            Desktop desktop,
            Notices notices,
            Path folder) {
        this.figures = figures;
        this.palette = palette;
        this.desktop = desktop;
        this.notices = notices;
        this.folder = folder;
    }

    /// Where the last picture went.
    public Path folder() {
        return folder;
    }

    /// @param owner of the dialog
    public void run(Window owner) {
        if (figures.apply(FigureContent.ALL).isEmpty()) {
            notices.complain("There is no picture yet; it is still being computed.");
            return;
        }
        new ExportDialog(owner).showAndWait().ifPresent(this::choosePlace);
    }

    private void choosePlace(ExportChoice choice) {
        figures.apply(choice.content())
                .ifPresent(figure ->
                        desktop.chooseToSave(FileKind.PICTURE, folder, name(figure))
                                .ifPresent(file ->
                                        write(figure, choice, FileKind.PICTURE.complete(file))));
    }

    private void write(Figure figure, ExportChoice choice, Path file) {
        try {
            PngFile.write(
                    file,
                    FigureImage.render(figure, palette.get(), choice.pixels()),
                    choice.pixels().factor(),
                    ExperimentText.formatAll(figure.histograms().snapshot().experiment()));
        } catch (IOException failure) {
            notices.complain(Sentences.finished(failure));
            return;
        }
        Path place = file.toAbsolutePath().resolveSibling("");
        folder = place;
        notices.tell(
                "Exported " + file.getFileName() + ".", "Open folder", () -> desktop.show(place));
    }

    /// `xavier-uniform-tanh.png`
    private static String name(Figure figure) {
        var experiment = figure.histograms().snapshot().experiment();
        return "%s-%s.%s"
                .formatted(
                        experiment.initializer().key(),
                        experiment.activation().function().key(),
                        FileKind.PICTURE.extension());
    }
}
