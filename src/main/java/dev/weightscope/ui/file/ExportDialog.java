package dev.weightscope.ui.file;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;
import dev.weightscope.export.TableFile;
import dev.weightscope.model.Keyed;
import dev.weightscope.ui.chart.FigurePreview;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.desktop.FileKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/// Asks what to export and how, and shows what it will be.
final class ExportDialog extends Dialog<ExportChoice> {
    private static final ButtonType ANIMATION = new ButtonType("Animation…", ButtonData.LEFT);
    private static final double PREVIEW_WIDTH = 480;
    private static final double PREVIEW_HEIGHT = 300;

    /// As many lines as the preview is high.
    private static final int PREVIEW_ROWS = 16;

    private final ObjectProperty<FileKind> kind;
    private final BooleanBinding isTable;
    private final BooleanBinding isNetwork;
    private final BooleanBinding isPicture;
    private final ObjectProperty<Exportable> picture;
    private final ObjectProperty<TableFile> table = new SimpleObjectProperty<>();
    private final ObjectProperty<Shape> shape;
    private final ObjectProperty<Shade> shade;
    private final ObjectProperty<PixelScale> pixels;
    private final GridPane form = new GridPane();
    private final Label size = new Label();
    private final FigurePreview preview = new FigurePreview(PREVIEW_WIDTH, PREVIEW_HEIGHT);
    private final Label numbers = new Label();
    private final Exports.About about;

    /// @param palette of the window
    /// @param begin what is chosen at first, as far as there is such a file now
    ExportDialog(Window owner, Exports exports, Palette palette, ExportLook begin) {
        about = exports.about();
        shape = new SimpleObjectProperty<>(begin.shape());
        shade = new SimpleObjectProperty<>(begin.shade());
        pixels = new SimpleObjectProperty<>(begin.pixels());
        kind = new SimpleObjectProperty<>(kind(exports, begin));
        isTable = kind.isEqualTo(FileKind.TABLE);
        isNetwork = kind.isEqualTo(FileKind.WEIGHTS);
        isPicture = isTable.or(isNetwork).not();
        initOwner(owner);
        setTitle("Export");
        picture = new SimpleObjectProperty<>(exports.pictures().getFirst());
        form.getStyleClass().add("dialog-form");
        Node pictures = pictures(exports.pictures());
        form.addRow(1, new Label("Content"), pictures);
        Label network = new Label("Weights and biases, for PyTorch and others");
        List<FileKind> kinds = new ArrayList<>(List.of(FileKind.PNG, FileKind.SVG, FileKind.PDF));
        if (!exports.tables().isEmpty()) {
            kinds.add(FileKind.TABLE);
            table.set(exports.tables().getFirst());
            Node tables = tables(exports.tables());
            form.add(tables, 1, 1);
            tables.visibleProperty().bind(isTable);
        }
        if (about.network().isPresent()) {
            kinds.add(FileKind.WEIGHTS);
            form.add(network, 1, 1);
        }
        // What is hidden keeps its room: the sheet is as wide as any kind of file needs.
        network.visibleProperty().bind(isNetwork);
        pictures.visibleProperty().bind(isPicture);
        form.addRow(0, new Label("File"), kinds(kinds));
        BooleanBinding isNoPicture = isPicture.not();
        addRow(2, "Shape", segments("Shape", Shape.values(), shape), isNoPicture);
        addRow(3, "Theme", segments("Theme", Shade.values(), shade), isNoPicture);
        addRow(
                4,
                "Pixels",
                segments("Pixels", PixelScale.values(), pixels),
                kind.isNotEqualTo(FileKind.PNG));
        size.setId("export-size");
        form.add(size, 1, 5);
        GridPane.setHgrow(size, Priority.ALWAYS);
        numbers.getStyleClass().add("table-preview");
        numbers.setMinSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        numbers.setPrefSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        numbers.setMaxSize(Double.MAX_VALUE, PREVIEW_HEIGHT);
        form.add(new StackPane(preview, numbers), 0, 6, 2, 1);
        form.add(hints(), 0, 7, 2, 1);
        getDialogPane().setContent(form);
        ButtonType export = new ButtonType("Choose place…", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(ANIMATION, export, ButtonType.CANCEL);
        Node animation = getDialogPane().lookupButton(ANIMATION);
        animation.setId("animation");
        animation
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !isPicture.get() || picture.get().redraw().isEmpty(),
                                isPicture,
                                picture));
        for (ObjectProperty<?> each : List.of(kind, picture, table, shape, shade, pixels)) {
            each.subscribe(() -> update(palette));
        }
        update(palette);
        setResultConverter(button -> {
            if (button == ANIMATION) {
                return new ExportChoice.Moving(picture(PictureForm.GIF));
            }
            return button == export ? choice() : null;
        });
    }

    private static FileKind kind(Exports exports, ExportLook begin) {
        boolean isThere =
                switch (begin.kind()) {
                    case TABLE -> !exports.tables().isEmpty();
                    case WEIGHTS -> exports.about().network().isPresent();
                    case PNG, SVG, PDF, GIF, EXPERIMENT -> true;
                };
        return isThere ? begin.kind() : ExportLook.FIRST.kind();
    }

    /// What is chosen now.
    ExportLook look() {
        return new ExportLook(kind.get(), shape.get(), shade.get(), pixels.get());
    }

    /// What is to be known of the kind of file that is chosen.
    private Node hints() {
        Label pictures = new Label(about.pictures());
        Label tables = new Label(about.tables());
        Label network = new Label(about.network().map(NetworkExport::what).orElse(""));
        pictures.visibleProperty().bind(isPicture);
        tables.visibleProperty().bind(isTable);
        network.visibleProperty().bind(isNetwork);
        StackPane all = new StackPane(pictures, tables, network);
        all.setAlignment(Pos.CENTER_LEFT);
        all.getChildren().forEach(each -> each.getStyleClass().add("hint"));
        return all;
    }

    /// A row that says how a picture is to look.
    ///
    /// @param isMeaningless disables it
    private void addRow(int row, String name, Node control, BooleanBinding isMeaningless) {
        Label label = new Label(name);
        for (Node each : List.of(label, control)) {
            each.disableProperty().bind(isMeaningless);
        }
        form.addRow(row, label, control);
    }

    private ExportChoice choice() {
        return switch (kind.get()) {
            case PNG -> picture(PictureForm.PNG);
            case SVG -> picture(PictureForm.SVG);
            case PDF -> picture(PictureForm.PDF);
            case GIF -> picture(PictureForm.GIF);
            case WEIGHTS -> new ExportChoice.Network(about.network().orElseThrow());
            case TABLE, EXPERIMENT -> new ExportChoice.Numbers(table.get());
        };
    }

    private ExportChoice.Picture picture(PictureForm form) {
        return new ExportChoice.Picture(
                picture.get(), form, shape.get(), shade.get(), pixels.get());
    }

    private void update(Palette window) {
        ExportChoice choice = choice();
        size.setText(choice.sizeText());
        preview.setVisible(choice instanceof ExportChoice.Picture);
        numbers.setVisible(!preview.isVisible());
        switch (choice) {
            case ExportChoice.Picture shown ->
                    preview.show(
                            shown.picture().figure(), shown.size(), shown.shade().palette(window));
            case ExportChoice.Network(NetworkExport<?> shown) ->
                    numbers.setText(shown.head(PREVIEW_ROWS));
            case ExportChoice.Moving _ -> throw new IllegalStateException("asked for elsewhere");
            case ExportChoice.Numbers shown -> numbers.setText(shown.table().head(PREVIEW_ROWS));
        }
    }

    private Node kinds(List<FileKind> kinds) {
        return Segments.of(
                kinds,
                kind,
                each ->
                        new Segments.Name(
                                "export-as-" + each.extension(),
                                name(each),
                                "File: " + each.label()));
    }

    private static String name(FileKind kind) {
        return switch (kind) {
            case TABLE -> "CSV table";
            case WEIGHTS -> "Weights";
            case PNG, SVG, PDF, GIF, EXPERIMENT -> kind.label();
        };
    }

    private Node pictures(List<Exportable> pictures) {
        return segments(
                "Content",
                pictures,
                picture,
                each -> each.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
                Exportable::name);
    }

    private Node tables(List<TableFile> tables) {
        return segments("Content", tables, table, each -> "table-" + each.name(), TableFile::label);
    }

    private static <T extends Keyed> Node segments(
            String name, T[] values, ObjectProperty<T> chosen) {
        return segments(name, Arrays.asList(values), chosen, Keyed::key, Keyed::label);
    }

    private static <T> Node segments(
            String name,
            List<T> values,
            ObjectProperty<T> chosen,
            Function<T, String> key,
            Function<T, String> label) {
        return Segments.of(
                values,
                chosen,
                each ->
                        new Segments.Name(
                                "export-" + key.apply(each),
                                label.apply(each),
                                name + ": " + label.apply(each)));
    }
}
