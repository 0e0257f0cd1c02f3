package dev.weightscope.ui.result;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;

/// What stands beside charts: what they mean, and the compared settings, of which the live one can
/// be pinned.
public abstract class ResultsColumn extends ScrollPane {
    /// As [Pinning#pinCurrent].
    public abstract void pinCurrent();

    /// As [Pinning#refusalProperty].
    public abstract ObservableValue<String> refusalProperty();

    /// As wide in every window.
    public final void holdWidth(double width) {
        setPrefWidth(width);
        setMinWidth(width);
    }
}
