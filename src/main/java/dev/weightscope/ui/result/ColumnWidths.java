package dev.weightscope.ui.result;

import java.util.ArrayList;
import java.util.List;

/// Makes columns as wide as the widest text in any row, so that names get what figures leave. In
/// steps, so that a digit more or less moves nothing.
final class ColumnWidths {
    /// Of the narrowest column.
    static final double LEAST = 32;

    private static final double STEP = 8;

    private ColumnWidths() {}

    /// @param rows with equally many columns; their widths are set
    static void fit(List<SummaryCells> rows) {
        List<Double> widths = new ArrayList<>();
        for (SummaryCells row : rows) {
            List<Double> needed = row.needed();
            for (int column = 0; column < needed.size(); column++) {
                double width = Math.ceil(needed.get(column) / STEP) * STEP;
                if (widths.size() == column) {
                    widths.add(LEAST);
                }
                widths.set(column, Math.max(widths.get(column), width));
            }
        }
        rows.forEach(row -> row.setWidths(widths));
    }
}
