package dev.weightscope.ui.inspect;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Whether a matrix becomes a layer, and which.
final class StackCell extends TableCell<TensorRow, TensorRow> {
    private final LayerStack stack;
    private final CheckBox box = new CheckBox();

    StackCell(LayerStack stack) {
        this.stack = stack;
        box.setFocusTraversable(false);
        box.setTooltip(
                new Tooltip("A layer of what is sent to a lab, behind those that are ticked (L)"));
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
        setGraphic(canBeLayer ? box : null);
        if (row != null && canBeLayer) {
            int place = stack.place(row);
            box.setSelected(place > 0);
            box.setText(place > 0 ? Integer.toString(place) : "");
            box.setAccessibleText("Layer " + row.name());
        }
    }
}
