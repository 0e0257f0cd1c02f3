package dev.weightscope.chart.race;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.axis.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where the classes are, as each run has it: a square for each, with the samples on it.
///
/// @param runs in the order in which they are shown; the selected one has the live one's role
/// @param points the samples
/// @param across the first feature, from the left to the right edge of each square
/// @param up the second, from the lower to the upper edge
public record BoundaryChart(List<Series<Boundary>> runs, List<Point> points, Range across, Range up)
        implements Chart {
    static final double TITLE = 17;
    static final double FIGURES = 15;
    private static final double GAP = 10;

    /// Around a square.
    private static final double BORDER = 2;

    private static final int MOST_ROWS = 3;

    public BoundaryChart {
        runs = List.copyOf(runs);
        points = List.copyOf(points);
    }

    /// A sample.
    ///
    /// @param kind its class, from 0
    public record Point(double first, double second, int kind) {}

    /// In as many rows as make the squares largest.
    @Override
    public BoundaryLayout layout(Box whole, TextMeasure measure) {
        Box area = whole.inset(0, BORDER, 0, BORDER);
        int best = 1;
        for (int rows = 2; rows <= MOST_ROWS; rows++) {
            if (side(area, rows) > side(area, best)) {
                best = rows;
            }
        }
        double side = side(area, best);
        int columns = Math.ceilDiv(runs.size(), best);
        List<String> names = runs.stream().map(Series::label).toList();
        List<BoundaryLayout.Panel> panels = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            double x = area.x() + i % columns * (side + GAP);
            int row = i / columns;
            double y = area.y() + row * (side + TITLE + FIGURES + GAP) + TITLE;
            Box square = new Box(Math.round(x), Math.round(y), side, side);
            panels.add(BoundaryLayout.Panel.of(runs.get(i), i, square, names, measure));
        }
        return new BoundaryLayout(this, panels);
    }

    private double side(Box area, int rows) {
        int columns = Math.max(1, Math.ceilDiv(runs.size(), rows));
        double width = (area.width() - (columns - 1) * GAP) / columns;
        double height = (area.height() - (rows - 1) * GAP) / rows - TITLE - FIGURES;
        return Math.max(1, Math.floor(Math.min(width, height)));
    }

    @Override
    public String description() {
        return "Decision boundaries: "
                + runs.stream()
                        .map(run ->
                                "%s, loss %s, right %s"
                                        .formatted(
                                                run.label(),
                                                run.values().loss(),
                                                run.values().right()))
                        .collect(Collectors.joining("; "));
    }
}
