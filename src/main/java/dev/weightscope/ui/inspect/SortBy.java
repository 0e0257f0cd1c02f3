package dev.weightscope.ui.inspect;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;

/// An order of the table.
enum SortBy {
    FILE("as in the file", Optional.empty()),
    NAME("by name", Optional.of(TensorColumn.NAME)),
    SIZE("largest first", Optional.of(TensorColumn.SHAPE)),
    STD("by std", Optional.of(TensorColumn.STD)),
    RATIO("least as expected first", Optional.of(TensorColumn.RATIO)),
    KURTOSIS("by kurtosis", Optional.of(TensorColumn.KURTOSIS)),
    MOVED("moved most first", Optional.of(TensorColumn.MOVED)),
    LIKENESS("by what it looks like", Optional.of(TensorColumn.LIKENESS));

    private final String label;

    // Immutable: an enum's constant or none.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<TensorColumn> column;

    SortBy(String label, Optional<TensorColumn> column) {
        this.label = label;
        this.column = column;
    }

    String label() {
        return label;
    }

    void sort(TensorTable table) {
        if (column.isEmpty()) {
            table.getSortOrder().clear();
            return;
        }
        TableColumn<TensorRow, TensorRow> sorted = table.column(column.get());
        sorted.setSortType(
                switch (this) {
                    case SIZE, RATIO, MOVED -> TableColumn.SortType.DESCENDING;
                    case FILE, NAME, STD, KURTOSIS, LIKENESS -> TableColumn.SortType.ASCENDING;
                });
        table.getSortOrder().setAll(List.of(sorted));
    }

    /// The one that a table is in; the file's, where it is in none of these.
    static SortBy of(TensorTable table) {
        if (!table.getSortOrder().isEmpty()) {
            for (SortBy each : values()) {
                if (each.column.isPresent()
                        && table.column(each.column.get())
                                .equals(table.getSortOrder().getFirst())) {
                    return each;
                }
            }
        }
        return FILE;
    }
}
