package dev.weightscope.ui.snippet;

import dev.weightscope.model.Refusal;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.controls.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Which layer a snippet draws: a number, stepped by the arrow keys.
final class LayerField extends HBox {
    private static final double WIDTH = 52;

    private final SnippetChoices choices;
    private final CommitField field =
            new CommitField("Layer", CommitField.Content.NUMBER, this::take);
    private final Label depth = new Label();
    private int shown = 1;
    private int last = 1;

    LayerField(SnippetChoices choices) {
        this.choices = choices;
        getStyleClass().add("button-row");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("snippet-layer-number");
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        Label name = new Label("Layer");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        depth.setMinWidth(USE_PREF_SIZE);
        depth.getStyleClass().add("muted");
        Message message = new Message(field.messageProperty());
        setHgrow(message, Priority.ALWAYS);
        getChildren().addAll(name, field, depth, message);
    }

    void show(SnippetQuestion question) {
        shown = question.shownLayer();
        last = question.experiment().depth();
        field.show(Integer.toString(shown));
        depth.setText("of " + last);
    }

    private void take(String text) {
        int layer;
        try {
            layer = Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            layer = 0;
        }
        if (layer < 1 || layer > last) {
            throw new Refusal("write a layer from 1 to " + last);
        }
        choices.layer().set(layer);
    }

    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0) {
            choices.layer().set(Math.clamp(shown + by, 1, last));
            event.consume();
        }
    }
}
