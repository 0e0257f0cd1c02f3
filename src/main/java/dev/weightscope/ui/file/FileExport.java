package dev.weightscope.ui.file;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureFile;
import dev.weightscope.export.TableFile;
import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.ui.chart.FigurePixels;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.Notices;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Asks what, how and where to, then writes the picture or the table; or copies a picture.
public final class FileExport {
    private final Supplier<Function<Experiment, String>> note;
    private final Supplier<Palette> palette;
    private final Desktop desktop;
    private final Notices notices;
    private final FileWriting writing;
    private final AnimationExport animation;
    private final Animator animator;
    private Path folder;
    private ExportLook look = ExportLook.FIRST;

    /// @param note what is written into the picture of an experiment, so that opening the picture
    ///   brings back what it shows; made of what the session is now, and read on any thread
    /// @param animator makes animations
    /// @param folder where to propose to put files
    public FileExport(
            Supplier<Function<Experiment, String>> note,
            Supplier<Palette> palette,
            Desktop desktop,
            Notices notices,
            FileWriting writing,
            Animator animator,
            Path folder) {
        this.note = note;
        this.palette = palette;
        this.desktop = desktop;
        this.notices = notices;
        this.writing = writing;
        this.folder = folder;
        this.animator = animator;
        animation = new AnimationExport(note, palette, desktop, notices, animator);
    }

    /// Where the last file went.
    public Path folder() {
        return folder;
    }

    /// @param owner of the dialog
    public void export(Window owner, Exports exports) {
        if (exports.pictures().isEmpty()) {
            notices.complain("There is nothing to export yet: no answer has come.");
            return;
        }
        ExportDialog dialog = new ExportDialog(owner, exports, palette.get(), look);
        dialog.showAndWait()
                .ifPresent(choice -> {
                    look = dialog.look();
                    switch (choice) {
                        case ExportChoice.Moving(ExportChoice.Picture picture) ->
                                animation.ask(owner, exports, picture, folder);
                        case ExportChoice.Picture _,
                                ExportChoice.Numbers _,
                                ExportChoice.Network _ ->
                                choosePlace(owner, choice, exports);
                    }
                });
    }

    /// Puts a picture as it is on the screen on the clipboard, with margins and caption, at two
    /// pixels a unit.
    public void copy(Exportable picture) {
        desktop.copy(
                FigurePixels.of(picture.figure(), picture.shown(), palette.get(), PixelScale.X2));
        notices.tell("Copied the chart as a picture.");
    }

    private void choosePlace(Window owner, ExportChoice choice, Exports exports) {
        desktop.chooseToSave(choice.kind(), folder, name(choice, exports.about()))
                .map(choice.kind()::complete)
                .ifPresent(file -> {
                    if (choice instanceof ExportChoice.Network(NetworkExport<?> network)
                            && network.isLong()) {
                        MakingProgress.make(
                                owner,
                                network.learns() ? "Trained weights" : "Weights",
                                file.getFileName()
                                        + (network.learns() ? ": learning once more" : ""),
                                animator,
                                animator.weights(network, file),
                                file,
                                notices,
                                () -> tell(file));
                    } else {
                        write(choice, exports.experiment(), file);
                    }
                });
    }

    private void write(ExportChoice choice, Experiment experiment, Path file) {
        FileWriting.Content content =
                switch (choice) {
                    case ExportChoice.Picture picture ->
                            picture(picture, note.get().apply(experiment), file);
                    case ExportChoice.Numbers(TableFile table) -> () -> table.write(file);
                    case ExportChoice.Network(NetworkExport<?> network) ->
                            () -> network.write(file);
                    case ExportChoice.Moving _ -> throw new IllegalStateException("no still one");
                };
        writing.write(
                file,
                content,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Path> _ -> tell(file);
                        case Outcome.Failed<Path>(String sentence) ->
                                notices.complain(Sentences.finished(sentence));
                    }
                });
    }

    private FileWriting.Content picture(ExportChoice.Picture choice, String text, Path file) {
        Palette colours = choice.shade().palette(palette.get());
        return () ->
                new PictureFile(choice.picture().figure(), choice.size(), colours, choice.pixels())
                        .write(file, choice.form(), text);
    }

    private void tell(Path file) {
        Path place = file.toAbsolutePath().resolveSibling("");
        folder = place;
        notices.tell(
                "Exported " + file.getFileName() + ".", "Open folder", () -> desktop.show(place));
    }

    /// `xavier-uniform-tanh.png`, `xavier-uniform-tanh-curves.csv`
    private static String name(ExportChoice choice, Exports.About about) {
        String what =
                switch (choice) {
                    case ExportChoice.Picture _, ExportChoice.Network _, ExportChoice.Moving _ ->
                            "";
                    case ExportChoice.Numbers(TableFile table) -> "-" + table.name();
                };
        return "%s%s.%s".formatted(about.fileName(), what, choice.kind().extension());
    }
}
