package dev.weightscope.ui.result;

import dev.weightscope.model.Refusal;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Message;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.state.Session;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A button that pins the current setting, with others beside it, and below them why it did not.
public final class Pinning extends VBox {
    private final Session session;
    private final Consumer<Pin> onPinned;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param help what pinning is for here
    /// @param onPinned given the pin that there is already
    /// @param more buttons beside the one that pins
    public Pinning(Session session, String help, Consumer<Pin> onPinned, Node... more) {
        this.session = session;
        this.onPinned = onPinned;
        Button pin = new Button("Pin current");
        pin.setId("pin-current");
        pin.setTooltip(new Tooltip(help));
        pin.setOnAction(_ -> pinCurrent());
        HBox buttons = new HBox(pin);
        buttons.getChildren().addAll(more);
        buttons.getStyleClass().add("button-row");
        getChildren().addAll(buttons, new Message(refusal.getReadOnlyProperty()));
        session.stateProperty().subscribe(() -> refusal.set(""));
    }

    /// What [#pinCurrent] had to say; empty if nothing.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Pins the current setting; points at its pin if there is one already, or says why not.
    public void pinCurrent() {
        Pins before = session.pins();
        attempt(() -> {
            Pin pin = session.pinCurrent();
            if (session.pins().equals(before)) {
                refusal.set("This setting is pinned already: " + session.names().of(pin) + ".");
                onPinned.accept(pin);
            }
        });
    }

    /// Does what pins something, or says why not.
    ///
    /// @param action refuses in a sentence
    public void attempt(Runnable action) {
        try {
            action.run();
        } catch (Refusal full) {
            refusal.set(Sentences.finished(full));
        }
    }
}
