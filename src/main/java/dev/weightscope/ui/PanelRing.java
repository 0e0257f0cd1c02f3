package dev.weightscope.ui;

import dev.weightscope.ui.controls.KeyFocus;
import dev.weightscope.ui.experiment.ExperimentPanel;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The panels in the order in which one key leads the focus through them: left, centre, right, and
/// around again; results that are not shown are passed by.
record PanelRing(ExperimentPanel left, LabSight sight) {
    /// Gives the focus to the panel after the one that has it.
    void enterNext(@Nullable Node focused) {
        if (isWithin(left, focused)) {
            KeyFocus.enter(sight.focusedChart());
        } else if (isWithin(sight.centre(), focused) && sight.results().isVisible()) {
            KeyFocus.enter(sight.results().lookup("#pin-current"));
        } else {
            left.focusGain();
        }
    }

    /// Whether neither a node nor what it is part of is hidden.
    static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
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
