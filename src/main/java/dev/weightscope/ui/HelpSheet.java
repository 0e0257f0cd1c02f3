package dev.weightscope.ui;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// All shortcuts on one sheet.
final class HelpSheet extends Dialog<Void> {
    private static final List<Map.Entry<String, String>> GESTURES =
            List.of(
                    Map.entry("Space", "In a name or a list that is typed: a space"),
                    Map.entry(
                            KeyCombination.valueOf("Shortcut+1").getDisplayText() + " … 9",
                            "The tab of this number"),
                    Map.entry(
                            "Escape",
                            "Stop reading, measuring or computing; close the snippet or the"
                                    + " results; leave Compare"),
                    Map.entry("Arrow keys", "On a slider or its number: a step"),
                    Map.entry("Page Up, Page Down", "Ten steps"),
                    Map.entry("Home, End", "The slider's ends"),
                    Map.entry(
                            "Letters",
                            "In a list: the next name that begins so; those above only in an open"
                                    + " one"),
                    Map.entry("Double click", "On a slider: the default. On a pin: its name"),
                    Map.entry("Enter, Escape", "In a field: take it, leave it"),
                    Map.entry("Enter, F2, Delete", "On a pin: make current, rename, remove"),
                    Map.entry("Click on a layer", "All about it"),
                    Map.entry(
                            "Drop a file",
                            "A CSV table, an exported picture, an experiment, a file of weights"));

    HelpSheet(Window owner, List<Command> commands) {
        initOwner(owner);
        setTitle("Keys and gestures");
        GridPane sheet = new GridPane();
        sheet.getStyleClass().add("shortcut-sheet");
        int row = 0;
        for (Command command : commands) {
            if (command.name().isEmpty()) {
                continue; // one of a row of keys, of which the first tells of all
            }
            sheet.addRow(row++, key(command.keys().getDisplayText()), new Label(command.name()));
        }
        for (Map.Entry<String, String> gesture : GESTURES) {
            sheet.addRow(row++, key(gesture.getKey()), new Label(gesture.getValue()));
        }
        getDialogPane().setContent(sheet);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    }

    private static Label key(String text) {
        Label key = new Label(text);
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Label.USE_PREF_SIZE);
        return key;
    }
}
