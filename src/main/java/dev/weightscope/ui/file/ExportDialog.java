package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureContent;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.model.Keyed;
import dev.weightscope.ui.controls.Segments;
import java.util.Arrays;
import java.util.List;
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
        Segments<FigureContent> content = segments("Content", FigureContent.values());
        content.select(FigureContent.ALL);
        Segments<PixelScale> pixels = segments("Size", PixelScale.values());
        pixels.select(PixelScale.X2);
        GridPane form = new GridPane();
        form.getStyleClass().add("dialog-form");
        form.addRow(0, new Label("Content"), content);
        form.addRow(1, new Label("Size"), pixels);
        Label hint =
                new Label(
                        "A caption states the experiment; drop the picture on the window to get it"
                                + " back.");
        hint.getStyleClass().add("hint");
        form.add(hint, 0, 2, 2, 1);
        getDialogPane().setContent(form);
        getDialogPane().getButtonTypes().addAll(export, ButtonType.CANCEL);
        setResultConverter(button ->
                button == export ? new ExportChoice(content.selected(), pixels.selected()) : null);
    }

    private static <T extends Keyed> Segments<T> segments(String name, T[] values) {
        List<T> items = Arrays.asList(values);
        return new Segments<>(name, items, Keyed::label);
    }
}
