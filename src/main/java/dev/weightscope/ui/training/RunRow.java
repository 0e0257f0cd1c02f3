package dev.weightscope.ui.training;

import dev.weightscope.chart.Palette;
import dev.weightscope.ui.result.CurveDot;
import dev.weightscope.ui.result.NameLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A run in the table: Enter makes its setting current, Delete removes its pin.
final class RunRow extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final List<Double> WIDTHS =
            List.of(RunsTable.LOSS, RunsTable.GOAL, RunsTable.RIGHT);

    private final int colour;
    private final PinActions pins;
    private final NameLabel name = new NameLabel();
    private final Tooltip whole = new Tooltip();
    private final List<Label> figures = new ArrayList<>();

    RunRow(int colour, ObservableValue<Palette> palette, PinActions pins) {
        this.colour = colour;
        this.pins = pins;
        name.setTooltip(whole);
        setHgrow(name, Priority.ALWAYS);
        getChildren().addAll(new CurveDot(colour, palette), name);
        for (double width : WIDTHS) {
            Label figure = new Label();
            figure.setMinWidth(width);
            figure.setMaxWidth(width);
            figure.setAlignment(Pos.CENTER_RIGHT);
            figures.add(figure);
        }
        getChildren().addAll(figures);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("compared-row", "run-row");
        setFocusTraversable(true);
        setOnKeyPressed(this::act);
        MenuItem makeCurrent = new MenuItem("Make current (Enter)");
        makeCurrent.setOnAction(_ -> pins.makeCurrent(colour));
        MenuItem remove = new MenuItem("Remove (Delete)");
        remove.setOnAction(_ -> pins.remove(colour));
        ContextMenu menu = new ContextMenu(makeCurrent, remove);
        setOnContextMenuRequested(_ -> {
            if (pins.pin(colour).isPresent()) {
                menu.show(this, Side.BOTTOM, 0, 0);
            }
        });
    }

    /// @param beside the names of all runs
    /// @param texts the figures
    void show(Race.Run run, List<String> beside, List<String> texts, boolean isSelected) {
        String label = run.series().label();
        name.show(label, beside);
        whole.setText(label + "\n" + run.answer().first().experiment().caption());
        for (int i = 0; i < texts.size(); i++) {
            figures.get(i).setText(texts.get(i));
        }
        pseudoClassStateChanged(SELECTED, isSelected);
        setAccessibleText(
                "%s, loss %s, goal at %s, right %s"
                        .formatted(label, texts.get(0), texts.get(1), texts.get(2)));
    }

    private void act(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> pins.makeCurrent(colour);
            case DELETE -> pins.remove(colour);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
