package dev.weightscope.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sentence or two across the top of a screen part, until it is dismissed.
public class Strip extends HBox {
    private final Label text = new Label();

    /// Whether the strip explains or complains.
    public enum Tone {
        INFORMATION("information"),
        COMPLAINT("complaint");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    public Strip(Tone tone) {
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.getStyleClass().add("icon-button");
        dismiss.setTooltip(new Tooltip("Dismiss"));
        dismiss.setAccessibleText("Dismiss");
        dismiss.setOnAction(_ -> dismiss());
        getStyleClass().addAll("strip", tone.styleClass);
        getChildren().addAll(text, dismiss);
        dismiss();
    }

    public final void say(String sentences) {
        text.setText(sentences);
        Shown.when(this, !sentences.isEmpty());
    }

    public final void dismiss() {
        say("");
    }

    public final String said() {
        return text.getText();
    }
}
