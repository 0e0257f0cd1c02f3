package dev.weightscope.ui.result;

import dev.weightscope.session.LostPin;
import dev.weightscope.ui.controls.Sentences;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A setting of an earlier session that cannot be made now: what it is called, why, and a button
/// that gives it up.
public final class LostPinRow extends HBox {
    public LostPinRow(LostPin pin, Runnable onRemove) {
        Label name = new Label(pin.name());
        name.setTooltip(new Tooltip(pin.name()));
        Label reason = new Label(Sentences.finished(pin.reason()) + " It is kept.");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        reason.getStyleClass().add("message");
        VBox words = new VBox(name, reason);
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().add("flat-button");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setTooltip(new Tooltip("Remove it"));
        remove.setAccessibleText("Remove " + pin.name());
        remove.setOnAction(_ -> onRemove.run());
        getStyleClass().addAll("compared-row", "lost-pin");
        getChildren().addAll(words, remove);
    }
}
