package dev.weightscope.ui.file;

import dev.weightscope.chart.Palette;
import dev.weightscope.export.PictureForm;
import dev.weightscope.model.Experiment;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Asks which way a number is to go and where to put its pictures, then has them made.
final class AnimationExport {
    private final Supplier<Function<Experiment, String>> note;
    private final Supplier<Palette> palette;
    private final Desktop desktop;
    private final Notices notices;
    private final Animator animator;

    /// @param note what brings back a picture of an experiment, as everything else is now
    AnimationExport(
            Supplier<Function<Experiment, String>> note,
            Supplier<Palette> palette,
            Desktop desktop,
            Notices notices,
            Animator animator) {
        this.note = note;
        this.palette = palette;
        this.desktop = desktop;
        this.notices = notices;
        this.animator = animator;
    }

    /// @param owner of the dialogs
    /// @param folder where to propose to put files
    /// @param picture that is to move
    void ask(Window owner, Exports exports, ExportChoice.Picture picture, Path folder) {
        picture.picture()
                .redraw()
                .ifPresent(redraw ->
                        new AnimationDialog(owner, exports.experiment(), picture, redraw)
                                .showAndWait()
                                .ifPresent(way ->
                                        choosePlace(
                                                owner,
                                                choice(exports, picture, redraw, way),
                                                exports.about().fileName(),
                                                folder)));
    }

    private <S, A> AnimationChoice<S, A> choice(
            Exports exports,
            ExportChoice.Picture picture,
            Redraw<S, A> redraw,
            AnimationDialog.Chosen way) {
        return new AnimationChoice<>(
                way.way(),
                exports.experiment(),
                redraw,
                way.form(),
                picture.size(),
                picture.shade().palette(palette.get()),
                picture.pixels(),
                note.get());
    }

    private void choosePlace(Window owner, AnimationChoice<?, ?> choice, String name, Path folder) {
        FileKind kind = kind(choice.form());
        String proposal = "%s-%s.%s".formatted(name, choice.way().key(), choice.form().key());
        desktop.chooseToSave(kind, folder, proposal)
                .map(file -> choice.form() == PictureForm.GIF ? kind.complete(file) : bare(file))
                .ifPresent(place -> make(owner, choice, place));
    }

    private static FileKind kind(PictureForm form) {
        return switch (form) {
            case PNG -> FileKind.PNG;
            case SVG -> FileKind.SVG;
            case PDF -> FileKind.PDF;
            case GIF -> FileKind.GIF;
        };
    }

    /// The folder of numbered pictures.
    private static Path bare(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? file.resolveSibling(name.substring(0, dot)) : file;
    }

    private void make(Window owner, AnimationChoice<?, ?> choice, Path place) {
        MakingProgress.make(
                owner,
                "Animation",
                "%s: %s".formatted(place.getFileName(), choice.way().text()),
                animator,
                animator.animation(choice, place),
                place,
                notices,
                () -> {
                    Path folder = place.toAbsolutePath().resolveSibling("");
                    notices.tell(
                            "Exported " + place.getFileName() + ".",
                            "Open folder",
                            () -> desktop.show(folder));
                });
    }
}
