package dev.weightscope.ui;

import dev.weightscope.ui.experiment.ExperimentPanel;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The panels in the order in which one key leads the focus through them: left, centre, right, and
/// around again; results that are not shown are passed by.
record PanelRing(ExperimentPanel left, LabSight sight) {
    /// Gives the focus to the panel after the one that has it.
    void enterNext(@Nullable Node focused) {
        if (isWithin(left, focused)) {
            sight.focusedChart().requestFocus();
        } else if (isWithin(sight.centre(), focused) && sight.results().isVisible()) {
            sight.results().lookup("#pin-current").requestFocus();
        } else {
            left.focusGain();
        }
    }

    private static boolean isWithin(Node panel, @Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(panel)) {
                return true;
            }
        }
        return false;
    }
}
