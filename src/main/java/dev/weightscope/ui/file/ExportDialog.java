package dev.weightscope.ui.file;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.model.Keyed;
import dev.weightscope.ui.chart.FigurePreview;
import dev.weightscope.ui.controls.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// Asks what to export and how, and shows what it will be.
final class ExportDialog extends Dialog<ExportChoice> {
    private static final double PREVIEW_WIDTH = 480;
    private static final double PREVIEW_HEIGHT = 300;

    private final ObjectProperty<Exportable> picture;
    private final ObjectProperty<Shape> shape = new SimpleObjectProperty<>(Shape.STANDARD);
    private final ObjectProperty<Shade> shade = new SimpleObjectProperty<>(Shade.AS_WINDOW);
    private final ObjectProperty<PixelScale> pixels = new SimpleObjectProperty<>(PixelScale.X2);
    private final Label size = new Label();
    private final FigurePreview preview = new FigurePreview(PREVIEW_WIDTH, PREVIEW_HEIGHT);

    /// @param palette of the window
    ExportDialog(Window owner, List<Exportable> pictures, Palette palette) {
        initOwner(owner);
        setTitle("Export PNG");
        picture = new SimpleObjectProperty<>(pictures.getFirst());
        GridPane form = new GridPane();
        form.getStyleClass().add("dialog-form");
        form.addRow(0, new Label("Content"), pictures(pictures));
        form.addRow(1, new Label("Shape"), segments("Shape", Shape.values(), shape));
        form.addRow(2, new Label("Theme"), segments("Theme", Shade.values(), shade));
        form.addRow(3, new Label("Pixels"), segments("Pixels", PixelScale.values(), pixels));
        size.setId("export-size");
        form.add(size, 1, 4);
        form.add(preview, 0, 5, 2, 1);
        Label hint =
                new Label(
                        "A caption states the experiment; drop the picture on the window to get it"
                                + " and its pins back.");
        hint.getStyleClass().add("hint");
        form.add(hint, 0, 6, 2, 1);
        getDialogPane().setContent(form);
        ButtonType export = new ButtonType("Choose place…", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(export, ButtonType.CANCEL);
        for (ObjectProperty<?> each : List.of(picture, shape, shade, pixels)) {
            each.subscribe(() -> update(palette));
        }
        update(palette);
        setResultConverter(button -> button == export ? choice() : null);
    }

    private ExportChoice choice() {
        return new ExportChoice(picture.get(), shape.get(), shade.get(), pixels.get());
    }

    private void update(Palette window) {
        ExportChoice choice = choice();
        size.setText(choice.sizeText());
        preview.show(choice.picture().figure(), choice.size(), choice.shade().palette(window));
    }

    private Node pictures(List<Exportable> pictures) {
        return Segments.of(
                pictures,
                picture,
                each ->
                        new Segments.Name(
                                "export-" + each.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
                                each.name(),
                                "Content: " + each.name()));
    }

    private static <T extends Keyed> Node segments(
            String name, T[] values, ObjectProperty<T> chosen) {
        return Segments.of(
                Arrays.asList(values),
                chosen,
                each ->
                        new Segments.Name(
                                "export-" + each.key(), each.label(), name + ": " + each.label()));
    }
}
