package dev.weightscope.ui.data;

import dev.weightscope.data.ColumnType;
import dev.weightscope.data.PreviewColumn;
import dev.weightscope.data.TablePreview;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The first rows of a file under its columns' names, each with a tick that makes it an input.
final class PreviewGrid extends ScrollPane {
    /// More columns would take long to lay out; all of them can be named.
    private static final int MOST_COLUMNS = 100;

    private static final double WIDEST = 190;

    /// In characters, as many as stand in three lines; and how many of them are its end.
    private static final int LONGEST_NAME = 44;

    private static final int NAME_END = 18;

    /// Of a name: three lines.
    private static final double HIGHEST = 54;

    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final ObjectProperty<DataReading> reading;
    private final GridPane grid = new GridPane();

    /// @param reading changed by ticks
    PreviewGrid(ObjectProperty<DataReading> reading) {
        this.reading = reading;
        grid.getStyleClass().add("preview-cells");
        grid.setId("preview");
        getStyleClass().add("preview-grid");
        setContent(grid);
        setFitToHeight(false);
        setAccessibleText("First rows");
    }

    void show(TablePreview preview) {
        double place = getHvalue();
        int focused = focusedColumn();
        List<Node> cells = new ArrayList<>();
        List<Integer> shown = shown(preview);
        grid.getColumnConstraints().clear();
        addLines(preview, cells);
        for (int at = 0; at < shown.size(); at++) {
            add(preview, shown.get(at), at + 1, cells);
        }
        int hidden = preview.columns().size() - shown.size();
        if (hidden > 0) {
            Label more = new Label("and %d columns more".formatted(hidden));
            more.getStyleClass().add("hint");
            more.setMinWidth(USE_PREF_SIZE);
            GridPane.setConstraints(more, shown.size() + 1, 0);
            cells.add(more);
        }
        grid.getChildren().setAll(cells);
        setHvalue(place);
        focus(focused);
    }

    /// The first columns and, where there are more, the target.
    private static List<Integer> shown(TablePreview preview) {
        int all =
                preview.columns().isEmpty()
                        ? Math.min(1, preview.rows().size())
                        : preview.columns().size();
        int target = preview.target();
        return IntStream.range(0, all)
                .filter(each -> each < MOST_COLUMNS || each == target)
                .boxed()
                .toList();
    }

    /// Where the rows stand in the file, as a sentence about them says it.
    private void addLines(TablePreview preview, List<Node> cells) {
        grid.getColumnConstraints().add(new ColumnConstraints());
        if (!preview.rows().isEmpty()) {
            Label heading = new Label("line");
            heading.getStyleClass().addAll("hint", "preview-heading");
            heading.setMinWidth(USE_PREF_SIZE);
            cells.add(at(0, 0, heading));
            GridPane.setValignment(heading, VPos.BOTTOM);
        }
        for (int row = 0; row < preview.rows().size(); row++) {
            Label line = new Label(Long.toString(preview.rows().get(row).line()));
            line.getStyleClass().addAll("hint", "preview-cell");
            line.setMinWidth(USE_PREF_SIZE);
            GridPane.setHalignment(line, HPos.RIGHT);
            cells.add(at(0, row + 1, line));
        }
    }

    private void add(TablePreview preview, int column, int at, List<Node> cells) {
        boolean isNumber = false;
        boolean isLeftOut = false;
        if (!preview.columns().isEmpty()) {
            PreviewColumn known = preview.columns().get(column);
            isNumber = known.type().filter(type -> type == ColumnType.NUMBERS).isPresent();
            isLeftOut = !known.isInput() && column != preview.target();
            cells.add(at(at, 0, heading(preview, column)));
        }
        for (int row = 0; row < preview.rows().size(); row++) {
            List<String> values = preview.rows().get(row).values();
            Label cell = new Label(column < values.size() ? Quoted.value(values.get(column)) : "");
            cell.getStyleClass().add("preview-cell");
            cell.setMinWidth(0);
            mark(cell, isLeftOut, column == preview.target());
            cells.add(at(at, row + 1, cell));
            if (isNumber) {
                GridPane.setHalignment(cell, HPos.RIGHT);
            }
        }
        ColumnConstraints width = new ColumnConstraints();
        if (!preview.columns().isEmpty()) {
            width.setMaxWidth(WIDEST);
        }
        grid.getColumnConstraints().add(width);
    }

    private Node heading(TablePreview preview, int column) {
        PreviewColumn known = preview.columns().get(column);
        String name = Quoted.value(known.name());
        boolean isTarget = column == preview.target();
        CheckBox tick = new CheckBox(shortened(known.name()));
        tick.setMnemonicParsing(false);
        tick.setSelected(known.isInput());
        tick.setDisable(isTarget || (!known.canBeInput() && !known.isInput()));
        tick.setAccessibleText("Input " + name);
        tick.setTooltip(new Tooltip(name));
        tick.setMinWidth(0);
        tick.setWrapText(true);
        tick.setMaxHeight(HIGHEST);
        tick.setUserData(column);
        tick.setOnAction(_ -> reading.set(reading.get().withColumns(preview.toggled(column))));
        tick.focusedProperty()
                .subscribe(isFocused -> {
                    if (isFocused) {
                        reveal(tick);
                    }
                });
        String text =
                isTarget
                        ? "target"
                        : known.isInput()
                                ? known.type().map(ColumnType::label).orElse("")
                                : known.whyNot();
        Label kind = new Label(text);
        kind.getStyleClass().add("hint");
        kind.setMinWidth(0);
        kind.setTooltip(new Tooltip(text));
        VBox heading = new VBox(tick, kind);
        heading.getStyleClass().add("preview-heading");
        mark(heading, !known.isInput() && !isTarget, isTarget);
        return heading;
    }

    /// A long name without its middle: names often differ at their ends.
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME
                ? Quoted.value(name)
                : Quoted.value(
                                name.substring(
                                        0, name.offsetByCodePoints(0, LONGEST_NAME - NAME_END)))
                        + "…"
                        + Quoted.value(
                                name.substring(
                                        name.offsetByCodePoints(name.length(), 1 - NAME_END)));
    }

    private static void mark(Node node, boolean isLeftOut, boolean isTarget) {
        node.pseudoClassStateChanged(LEFT_OUT, isLeftOut);
        node.pseudoClassStateChanged(TARGET, isTarget);
    }

    private static Node at(int column, int row, Node node) {
        GridPane.setConstraints(node, column, row);
        return node;
    }

    /// The column whose tick has the focus; −1 where none has.
    private int focusedColumn() {
        return getScene() != null
                        && getScene().getFocusOwner() instanceof CheckBox box
                        && box.getUserData() instanceof Integer column
                ? column
                : -1;
    }

    private void focus(int column) {
        grid.lookupAll(".check-box").stream()
                .filter(each -> Integer.valueOf(column).equals(each.getUserData()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void reveal(Node node) {
        Bounds place = grid.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double width = getViewportBounds().getWidth();
        double room = grid.getWidth() - width;
        double left = getHvalue() * room;
        double wanted = Math.min(Math.max(left, place.getMaxX() - width), place.getMinX());
        if (room > 0 && wanted != left) {
            setHvalue(Math.clamp(wanted / room, 0, 1));
        }
    }
}
