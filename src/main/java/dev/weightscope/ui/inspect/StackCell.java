package dev.weightscope.ui.inspect;

import dev.weightscope.ui.controls.Sentences;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Whether a matrix becomes a layer, and which.
final class StackCell extends TableCell<TensorRow, TensorRow> {
    private static final double WIDTH = 360;

    private final LayerStack stack;
    private final CheckBox box = new CheckBox();
    private final Label none = new Label("–");
    private final Tooltip why = new Tooltip();

    StackCell(LayerStack stack) {
        this.stack = stack;
        box.setFocusTraversable(false);
        box.setTooltip(
                new Tooltip("A layer of what is sent to a lab, behind those that are ticked (L)"));
        none.getStyleClass().add("hint");
        none.setTooltip(why);
        why.setWrapText(true);
        why.setMaxWidth(WIDTH);
        box.setOnAction(_ -> {
            TensorRow row = getItem();
            if (row != null) {
                stack.toggle(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TensorRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean canBeLayer = row != null && !empty && LayerStack.canTake(row);
        setGraphic(row == null || empty ? null : canBeLayer ? box : none);
        if (row != null && !empty && !canBeLayer) {
            String sentence = LayerStack.whyNot(row).map(Sentences::finished).orElse("");
            why.setText(sentence);
            none.setAccessibleText(sentence);
        }
        if (row != null && canBeLayer) {
            int place = stack.place(row);
            box.setSelected(place > 0);
            box.setText(place > 0 ? Integer.toString(place) : "");
            box.setAccessibleText("Layer " + row.name());
        }
    }
}
