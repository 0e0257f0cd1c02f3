package dev.weightscope.ui;

import dev.weightscope.ui.controls.KeyFocus;
import dev.weightscope.ui.experiment.ExperimentPanel;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The panels in the order in which one key leads the focus through them: left, centre, right, and
/// around again; results that are not shown are passed by.
///
/// @param experiment at the left, unless what is in sight has a panel of its own there
record PanelRing(ExperimentPanel experiment, LabSight sight) {
    /// Gives the focus to the panel after the one that has it.
    void enterNext(@Nullable Node focused) {
        Optional<LabSight.Left> own = sight.ownLeft();
        Node left = own.map(LabSight.Left::panel).orElse(experiment);
        if (isWithin(left, focused)) {
            KeyFocus.enter(sight.focusedChart());
        } else if (isWithin(sight.centre(), focused) && sight.results().isVisible()) {
            KeyFocus.enter(sight.firstResult());
        } else if (own.isPresent()) {
            KeyFocus.enter(own.get().first());
        } else {
            experiment.focusGain();
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
