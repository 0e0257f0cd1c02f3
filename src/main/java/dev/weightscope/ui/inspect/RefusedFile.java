package dev.weightscope.ui.inspect;

import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.desktop.Desktop;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why a file was not opened, and the line that leads to one that can be.
final class RefusedFile extends VBox {
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Label line = new Label();
    private final Button copy = new Button("Copy that line");

    /// @param onDismiss when a person has read it
    RefusedFile(Desktop desktop, Runnable onDismiss) {
        getStyleClass().add("refused-file");
        title.getStyleClass().add("file-name");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll("icon-button", "flat-button");
        dismiss.setTooltip(new Tooltip("Dismiss"));
        dismiss.setAccessibleText("Dismiss");
        dismiss.setOnAction(_ -> onDismiss.run());
        HBox head = new HBox(title, dismiss);
        head.setAlignment(Pos.CENTER_LEFT);
        sentence.setId("refused-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        line.setId("refused-line");
        line.getStyleClass().add("code-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        copy.setId("copy-line");
        copy.setOnAction(_ -> desktop.copy(line.getText()));
        getChildren().addAll(head, sentence, line, copy);
        setAccessibleRole(AccessibleRole.TEXT);
        Shown.when(this, false);
    }

    void show(Inspection.Stand stand) {
        boolean isRefused = stand instanceof Inspection.Stand.Refused;
        Shown.when(this, isRefused);
        if (stand instanceof Inspection.Stand.Refused(String name, String why, String lineToCopy)) {
            title.setText(name + " was not opened");
            sentence.setText(why);
            line.setText(lineToCopy);
            Shown.when(line, !lineToCopy.isEmpty());
            Shown.when(copy, !lineToCopy.isEmpty());
            setAccessibleText(title.getText() + ": " + why);
        }
    }
}
