package dev.weightscope.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// A sentence under a control that takes no room while there is nothing to say.
public final class Message extends Label {
    public Message(ObservableValue<String> sentence) {
        getStyleClass().add("message");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(sentence);
        managedProperty().bind(sentence.map(text -> !text.isEmpty()));
        visibleProperty().bind(managedProperty());
    }
}
