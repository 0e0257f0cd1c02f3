package dev.weightscope.ui.controls;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;

/// A tooltip to the left of what it tells of, so that neither that nor its neighbours below are
/// hidden.
public final class SideTooltip extends Tooltip {
    private static final double GAP = 8;

    /// @param beside what it stands to the left of
    public SideTooltip(Node beside) {
        setOnShown(_ -> place(beside));
    }

    private void place(Node beside) {
        Bounds there = beside.localToScreen(beside.getLayoutBounds());
        if (there != null) { // it may have left the window
            setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_TOP_RIGHT);
            setAnchorX(there.getMinX() - GAP);
            setAnchorY(there.getMinY());
        }
    }
}
