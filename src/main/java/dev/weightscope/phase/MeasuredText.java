package dev.weightscope.phase;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.lab.TextTable;
import java.util.ArrayList;
import java.util.List;

/// What networks have learnt all over a map, as people read it.
final class MeasuredText {
    private MeasuredText() {}

    /// Right answers in percent: a column for each σ_w², a row for each σ_b², the highest above.
    static String of(Measured measured) {
        List<List<String>> rows = new ArrayList<>();
        int columns = measured.places().columns();
        for (int row = measured.places().biases().count() - 1; row >= 0; row--) {
            List<String> cells = new ArrayList<>();
            cells.add(PhaseNotes.brief(measured.places().biases().at(row)));
            for (int column = 0; column < columns; column++) {
                cells.add(cell(measured, row * columns + column));
            }
            rows.add(cells);
        }
        List<String> foot = new ArrayList<>();
        foot.add("σ_b² / σ_w²");
        measured.places().weights().points().forEach(each -> foot.add(PhaseNotes.brief(each)));
        rows.add(foot);
        return "Right answers in %%, by chance %s; %s%s:\n%s"
                .formatted(
                        NumberText.percent(measured.chance()),
                        measured.caption(),
                        measured.isComplete()
                                ? ""
                                : " (%d of %d networks)"
                                        .formatted(measured.done(), measured.runs().size()),
                        TextTable.format(TextTable.Alignment.RIGHT, rows));
    }

    private static String cell(Measured measured, int place) {
        if (measured.ended(place).isEmpty()) {
            return ".";
        }
        double accuracy = measured.accuracy(place);
        return Double.isNaN(accuracy) ? "NaN" : Long.toString(Math.round(100 * accuracy));
    }
}
