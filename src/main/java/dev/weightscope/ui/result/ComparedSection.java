package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.lab.Lab;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The settings that are compared, with what a lab says of each, and the way to pin one more.
public final class ComparedSection extends VBox {
    private final Pinning pinning;

    /// @param more buttons beside the one that pins
    public <A> ComparedSection(
            Session session,
            Lab<?, A> lab,
            LabState<?, A> state,
            ObservableValue<Palette> palette,
            Node... more) {
        ComparedList<A> compared = new ComparedList<>(session, state, lab.summaries(), palette);
        pinning =
                new Pinning(
                        session, "Keep this setting for comparison (P)", compared::pointAt, more);
        getChildren().add(new Section("Compared", compared, pinning));
    }

    /// As [Pinning#refusalProperty].
    public ReadOnlyStringProperty refusalProperty() {
        return pinning.refusalProperty();
    }

    /// As [Pinning#pinCurrent].
    public void pinCurrent() {
        pinning.pinCurrent();
    }
}
