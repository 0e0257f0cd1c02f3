package dev.weightscope.ui.inspect;

import dev.weightscope.ui.controls.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a tensor is called: of a long name the module that it is in is a small line above, as names
/// of one file mostly differ at their ends.
final class NameCell extends TableCell<TensorRow, TensorRow> {
    private final Label module = new Label();
    private final Label name = new Label();
    private final VBox lines = new VBox(module, name);
    private final Tooltip whole = new Tooltip();

    NameCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        module.getStyleClass().add("likeness-detail");
        for (Label each : new Label[] {module, name}) {
            each.setMinWidth(0);
            each.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
        lines.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable TensorRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText("");
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Parts parts = Parts.of(row.name());
        module.setText(parts.module);
        name.setText(parts.name);
        Shown.when(module, !parts.module.isEmpty());
        // which a screen reader reads
        setText(row.name());
        whole.setText(row.name());
        setTooltip(whole);
        setGraphic(lines);
    }

    /// @param module what stands before the name, without the dot or slash between; may be empty
    /// @param name the last two parts: `q_proj.weight`
    record Parts(String module, String name) {
        /// A name of so many characters fits into a line of the column where it is narrowest.
        private static final int SHORT = 15;

        static Parts of(String whole) {
            int last = separator(whole, whole.length() - 1);
            int before = separator(whole, last - 1);
            return whole.length() <= SHORT || before <= 0
                    ? new Parts("", whole)
                    : new Parts(whole.substring(0, before), whole.substring(before + 1));
        }

        /// Characters of its longer line.
        int longest() {
            return Math.max(module.length(), name.length());
        }

        /// @return the last place of a dot or slash up to `from`; -1 where there is none
        private static int separator(String whole, int from) {
            return Math.max(whole.lastIndexOf('.', from), whole.lastIndexOf('/', from));
        }
    }
}
