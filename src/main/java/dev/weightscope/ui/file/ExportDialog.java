package dev.weightscope.ui.file;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.figure.FigureContent;
import dev.weightscope.model.Keyed;
import dev.weightscope.ui.controls.Segments;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// Asks what to export and how large.
final class ExportDialog extends Dialog<ExportChoice> {
    ExportDialog(Window owner) {
        initOwner(owner);
        setTitle("Export PNG");
        ButtonType export = new ButtonType("Choose place…", ButtonData.OK_DONE);
        var content = new SimpleObjectProperty<>(FigureContent.ALL);
        var pixels = new SimpleObjectProperty<>(PixelScale.X2);
        GridPane form = new GridPane();
        form.getStyleClass().add("dialog-form");
        form.addRow(0, new Label("Content"), segments("Content", FigureContent.values(), content));
        form.addRow(1, new Label("Size"), segments("Size", PixelScale.values(), pixels));
        Label hint =
                new Label(
                        "A caption states the experiment; drop the picture on the window to get it"
                                + " back.");
        hint.getStyleClass().add("hint");
        form.add(hint, 0, 2, 2, 1);
        getDialogPane().setContent(form);
        getDialogPane().getButtonTypes().addAll(export, ButtonType.CANCEL);
        setResultConverter(
                button -> button == export ? new ExportChoice(content.get(), pixels.get()) : null);
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
