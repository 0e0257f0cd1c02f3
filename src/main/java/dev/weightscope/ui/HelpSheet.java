package dev.weightscope.ui;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;

/// All shortcuts on one sheet, which scrolls where the screen is lower than it.
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
            sheet.addRow(row++, key(command.keys().getDisplayText()), what(command.name()));
        }
        for (Map.Entry<String, String> gesture : GESTURES) {
            sheet.addRow(row++, key(gesture.getKey()), what(gesture.getValue()));
        }
        getDialogPane().setContent(new Scrolled(sheet, row));
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    }

    /// As high as its content, or as what the screen leaves beside the title and the button.
    private static final class Scrolled extends ScrollPane {
        /// What stands above and below the sheet is less high than so many of its rows.
        private static final int ROWS_AROUND = 6;

        private final GridPane sheet;
        private final int rows;

        Scrolled(GridPane sheet, int rows) {
            super(sheet);
            this.sheet = sheet;
            this.rows = rows;
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setMinViewportHeight(1); // keeps a place beside the sheet for the scroll bar
            setFocusTraversable(true); // the arrow keys scroll it
        }

        @Override
        protected double computePrefHeight(double width) {
            double screen = Screen.getPrimary().getVisualBounds().getHeight();
            double around = ROWS_AROUND * sheet.prefHeight(-1) / rows;
            return Math.min(super.computePrefHeight(width), screen - around);
        }
    }

    /// On two lines where the scroll bar leaves no room for one.
    private static Label what(String text) {
        Label what = new Label(text);
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        return what;
    }

    private static Label key(String text) {
        Label key = new Label(text);
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Label.USE_PREF_SIZE);
        return key;
    }
}
