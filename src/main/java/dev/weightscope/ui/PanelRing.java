package dev.weightscope.ui;

import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.result.ResultPanel;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The panels in the order in which one key leads the focus through them: left, centre, right, and
/// around again; results that are not shown are passed by. What is not shown is passed by.
record PanelRing(ExperimentPanel left, CentrePane centre, ResultPanel right) {
    /// Gives the focus to the panel after the one that has it.
    void enterNext(@Nullable Node focused) {
        if (isWithin(left, focused)) {
            centre.focusedChart().requestFocus();
        } else if (isWithin(centre, focused) && right.isVisible()) {
            right.lookup("#pin-current").requestFocus();
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
