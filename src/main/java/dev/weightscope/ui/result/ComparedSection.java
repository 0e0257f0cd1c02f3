package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Message;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The settings that are compared, with what a lab says of each, and the way to pin one more.
public final class ComparedSection extends VBox {
    private final Session session;
    private final ComparedList<?> compared;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param more buttons beside the one that pins
    public <A> ComparedSection(
            Session session,
            Lab<?, A> lab,
            LabState<?, A> state,
            ObservableValue<Palette> palette,
            Node... more) {
        this.session = session;
        compared = new ComparedList<>(session, state, lab.summaries(), palette);
        Button pin = new Button("Pin current");
        pin.setTooltip(new Tooltip("Keep this setting for comparison (P)"));
        pin.setId("pin-current");
        pin.setOnAction(_ -> pinCurrent());
        HBox buttons = new HBox(pin);
        buttons.getChildren().addAll(more);
        buttons.getStyleClass().add("button-row");
        getChildren()
                .add(
                        new Section(
                                "Compared",
                                compared,
                                buttons,
                                new Message(refusal.getReadOnlyProperty())));
        session.stateProperty().subscribe(() -> refusal.set(""));
    }

    /// What [#pinCurrent] had to say; empty if nothing.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Pins the current setting; points at its pin if there is one already, or says why not.
    public void pinCurrent() {
        Pins before = session.pins();
        try {
            Pin pin = session.pinCurrent();
            if (session.pins().equals(before)) {
                refusal.set("This setting is pinned already: " + session.names().of(pin) + ".");
                compared.pointAt(pin);
            }
        } catch (Refusal full) {
            refusal.set(Sentences.finished(full));
        }
    }
}
