package dev.weightscope.ui.inspect;

import dev.weightscope.chart.Palette;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorPair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The tensors, a line each.
final class TensorTable extends TableView<TensorRow> {
    private static final double ROW_HEIGHT = 40;

    /// The width of a character, and of the edges of a cell; rather too much than too little.
    private static final double CHARACTER = 8;

    private static final double NAME_MARGIN = 24;

    /// And the edges of the table.
    private static final double SCROLL_BAR = 18;

    private final ObservableList<TensorRow> all = FXCollections.observableArrayList();
    private final FilteredList<TensorRow> filtered = new FilteredList<>(all);
    private final Map<TensorColumn, TableColumn<TensorRow, TensorRow>> columns =
            new EnumMap<>(TensorColumn.class);
    private final ReadOnlyObjectWrapper<@Nullable TensorRow> chosen = new ReadOnlyObjectWrapper<>();
    private boolean isComparing;
    private boolean isChanging;

    TensorTable(ObservableValue<Palette> palette, LayerStack stack) {
        setId("tensors");
        getStyleClass().add("tensor-table");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label("No tensor has such a name"));
        setAccessibleText("Tensors");
        for (TensorColumn each : TensorColumn.values()) {
            TableColumn<TensorRow, TensorRow> column = column(each, palette, stack);
            columns.put(each, column);
            getColumns().add(column);
        }
        SortedList<TensorRow> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        widthProperty().subscribe(_ -> arrange());
        stack.chosenProperty().addListener((_, _, _) -> refresh());
        getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private TableColumn<TensorRow, TensorRow> column(
            TensorColumn what, ObservableValue<Palette> palette, LayerStack stack) {
        TableColumn<TensorRow, TensorRow> column = new TableColumn<>();
        Label header = new Label(what.label());
        header.setTooltip(new Tooltip(what.help()));
        column.setGraphic(header);
        column.setId("column-" + what.key());
        column.setReorderable(false);
        column.setMinWidth(what.width());
        boolean takesTheRest =
                switch (what) {
                    case NAME, LIKENESS, OTHER_LIKENESS -> true;
                    default -> false;
                };
        column.setPrefWidth(what.width());
        if (!takesTheRest) {
            column.setMaxWidth(what.width());
        }
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setComparator(what.order());
        column.setSortable(what != TensorColumn.VALUES && what != TensorColumn.LAYER);
        if (what == TensorColumn.NAME) {
            column.getStyleClass().add("name-column");
        }
        if (what.isNumber()) {
            column.getStyleClass().add("number-column");
        }
        column.setCellFactory(_ ->
                switch (what) {
                    case LAYER -> new StackCell(stack);
                    case NAME -> new NameCell();
                    case VALUES -> new SmallHistogramCell(palette);
                    case LIKENESS -> new LikenessCell(row -> Optional.of(row.report()));
                    case OTHER_LIKENESS -> new LikenessCell(row -> row.pair().other());
                    default -> new TextCell(what);
                });
        return column;
    }

    /// The line that is selected; the same while lines are replaced by newer ones of the same
    /// tensors, when none is for a moment.
    ReadOnlyObjectProperty<@Nullable TensorRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private void choose(@Nullable TensorRow row) {
        if (!isChanging) {
            chosen.set(row);
        }
    }

    /// As wide as the longest line of a name, where that leaves the likeness as much as it needs;
    /// the likeness gets the rest.
    private void fitNames() {
        int longest =
                all.stream()
                        .mapToInt(row -> NameCell.Parts.of(row.name()).longest())
                        .max()
                        .orElse(0);
        double taken =
                columns.entrySet().stream()
                        .filter(each ->
                                each.getKey() != TensorColumn.NAME && each.getValue().isVisible())
                        .mapToDouble(each -> each.getKey().roomyWidth())
                        .sum();
        double least = TensorColumn.NAME.width();
        double room = Math.max(least, getWidth() - taken - SCROLL_BAR);
        double width = Math.clamp(longest * CHARACTER + NAME_MARGIN, least, room);
        TableColumn<TensorRow, TensorRow> names = column(TensorColumn.NAME);
        if (names.getMinWidth() != width || names.getMaxWidth() != width) {
            names.setMinWidth(width);
            names.setMaxWidth(width);
            // A column of another width moves no other one by itself.
            getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
        }
    }

    /// Which columns are there.
    private void arrange() {
        columns.forEach((what, column) -> {
            boolean isMeant =
                    switch (what.kind()) {
                        case ALWAYS -> true;
                        case ALONE -> !isComparing;
                        case COMPARED -> isComparing;
                    };
            boolean isShown = isMeant && what.hasRoom(getWidth(), isComparing);
            if (column.isVisible() != isShown) {
                column.setVisible(isShown);
            }
        });
        fitNames();
    }

    /// Shows what is known of tensors; the selected one stays selected.
    void show(@Nullable Inspected inspected) {
        isComparing = inspected != null && inspected.comparison().isPresent();
        arrange();
        List<TensorRow> rows = new ArrayList<>();
        if (inspected != null) {
            for (TensorPair pair : inspected.pairs()) {
                rows.add(new TensorRow(rows.size(), pair));
            }
        }
        change(() -> all.setAll(rows));
        fitNames();
    }

    /// Changes which lines there are; the selected tensor stays selected, or else the first is.
    private void change(Runnable change) {
        TensorRow selected = getSelectionModel().getSelectedItem();
        isChanging = true;
        change.run();
        getItems().stream()
                .filter(row -> selected != null && row.name().equals(selected.name()))
                .findFirst()
                .or(() -> getItems().stream().findFirst())
                .ifPresent(row -> getSelectionModel().select(row));
        isChanging = false;
        chosen.set(getSelectionModel().getSelectedItem());
    }

    void filter(Predicate<TensorRow> isWanted) {
        change(() -> filtered.setPredicate(isWanted));
    }

    /// The column, to sort by.
    TableColumn<TensorRow, TensorRow> column(TensorColumn what) {
        TableColumn<TensorRow, TensorRow> column = columns.get(what);
        if (column == null) {
            throw new IllegalArgumentException(what.key());
        }
        return column;
    }

    private static final class TextCell extends TableCell<TensorRow, TensorRow> {
        private final TensorColumn what;
        private final Tooltip whole = new Tooltip();

        TextCell(TensorColumn what) {
            this.what = what;
        }

        @Override
        protected void updateItem(@Nullable TensorRow row, boolean empty) {
            super.updateItem(row, empty);
            String text = row == null || empty ? "" : what.text(row);
            setText(text);
            whole.setText(text);
            setTooltip(text.isEmpty() ? null : whole);
            boolean isOdd =
                    row != null
                            && !empty
                            && (what == TensorColumn.NOT_FINITE
                                    || (what == TensorColumn.RATIO && row.isTrained()));
            getStyleClass().remove("odd");
            if (isOdd) {
                getStyleClass().add("odd");
            }
        }
    }
}
