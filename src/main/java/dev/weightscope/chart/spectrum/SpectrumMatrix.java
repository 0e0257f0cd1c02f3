package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RowName;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Histograms of singular values: a row for each setting, a column for each depth.
///
/// @param rows the cells of each setting, ascending in depth; at least one row
/// @param axis whether all cells have one axis
/// @param held what the common axis spans at least
public record SpectrumMatrix(List<Series<List<SpectrumCell>>> rows, Axis axis, Optional<Range> held)
        implements Chart {
    private static final double HEADER = 20;
    private static final double REMARK = 14;
    private static final double GAP_X = 10;
    private static final double GAP_Y = 6;
    private static final double MIN_WIDTH = 64;

    /// Cells of this height or more have an axis each, where each has its own.
    private static final double ROOM_FOR_AXES = 58;

    public SpectrumMatrix {
        rows = List.copyOf(rows);
    }

    /// On an axis that spans what it needs.
    public SpectrumMatrix(List<Series<List<SpectrumCell>>> rows, Axis axis) {
        this(rows, axis, Optional.empty());
    }

    /// What the axes of cells have in common.
    public enum Axis {
        COMMON,
        OWN
    }

    /// All depths that any row has, ascending.
    private List<Integer> depths() {
        TreeSet<Integer> depths = new TreeSet<>();
        rows.forEach(row -> row.values().forEach(cell -> depths.add(cell.depth())));
        return List.copyOf(depths);
    }

    /// Evenly spaced ones where there is no room for all; the last one always.
    private static List<Integer> some(List<Integer> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int place = most == 1 ? all.size() - 1 : i * (all.size() - 1) / (most - 1);
            some.add(all.get(place));
        }
        return some;
    }

    private Stream<SpectrumCell> cells() {
        return rows.stream().flatMap(row -> row.values().stream());
    }

    /// Of all cells.
    private Range range() {
        return LogAxis.around(cells(), held);
    }

    @Override
    public Axes axes() {
        return axis == Axis.COMMON ? Axes.of(List.of(range().toSpan())) : Axes.NONE;
    }

    @Override
    public SpectrumMatrix on(Axes other) {
        return new SpectrumMatrix(rows, axis, Range.first(other).or(() -> held));
    }

    @Override
    public SpectrumLayout layout(Box area, TextMeasure measure) {
        List<Integer> all = depths();
        double names = Math.clamp(area.width() * 0.18, 84, 170);
        Box inside = area.inset(HEADER, 8, ValueAxis.HEIGHT, names + 8);
        int most = (int) Math.max(1, (inside.width() + GAP_X) / (MIN_WIDTH + GAP_X));
        List<Integer> depths = some(all, most);
        double width = (inside.width() - (depths.size() - 1) * GAP_X) / Math.max(1, depths.size());
        double height = (inside.height() - (rows.size() - 1) * GAP_Y) / rows.size();
        boolean hasAxes = axis == Axis.OWN && height >= ROOM_FOR_AXES;
        Range common = range();
        List<RowName> rowNames = new ArrayList<>();
        List<SpectrumPlot> plots = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Series<List<SpectrumCell>> setting = rows.get(row);
            double y = Math.round(inside.y() + row * (height + GAP_Y));
            rowNames.add(
                    RowName.of(
                            setting,
                            setting.values().isEmpty() ? 0 : setting.values().getLast().depth(),
                            new Box(area.x(), y, names, height),
                            measure));
            for (SpectrumCell cell : setting.values()) {
                int column = depths.indexOf(cell.depth());
                if (column >= 0) {
                    Box box =
                            new Box(
                                    Math.round(inside.x() + column * (width + GAP_X)),
                                    y,
                                    Math.floor(width),
                                    Math.floor(height));
                    plots.add(plot(setting, cell, box, common, hasAxes, measure));
                }
            }
        }
        List<SpectrumLayout.Column> columns = new ArrayList<>();
        for (int column = 0; column < depths.size(); column++) {
            double x = Math.round(inside.x() + column * (width + GAP_X));
            Box box = new Box(x, inside.y(), Math.floor(width), Math.floor(inside.height()));
            columns.add(column(depths.get(column), box, area.y(), common, measure));
        }
        PlacedText heading =
                PlacedText.of(
                        measure, "depth", area.x(), area.y() + 13, TextStyle.LABEL, Anchor.START);
        return new SpectrumLayout(heading, rowNames, columns, plots);
    }

    private SpectrumLayout.Column column(
            int depth, Box box, double top, Range common, TextMeasure measure) {
        return new SpectrumLayout.Column(
                PlacedText.of(
                        measure,
                        Integer.toString(depth),
                        box.x(),
                        top + 13,
                        TextStyle.TITLE,
                        Anchor.START),
                box,
                axis == Axis.COMMON
                        ? Optional.of(LogAxis.under(box, common, measure))
                        : Optional.empty());
    }

    private SpectrumPlot plot(
            Series<List<SpectrumCell>> setting,
            SpectrumCell cell,
            Box box,
            Range common,
            boolean hasAxes,
            TextMeasure measure) {
        Box inside = box.inset(REMARK, 0, hasAxes ? ValueAxis.HEIGHT : 0, 0);
        Range range =
                axis == Axis.COMMON ? common : LogAxis.around(Stream.of(cell), Optional.empty());
        return new SpectrumPlot(
                setting.map(_ -> cell),
                inside,
                range,
                PlacedText.of(
                        measure,
                        cell.remark(),
                        box.right(),
                        box.y() + 10,
                        TextStyle.TICK,
                        Anchor.END),
                hasAxes ? Optional.of(LogAxis.under(inside, range, measure)) : Optional.empty());
    }

    @Override
    public String description() {
        return "Singular values of %d settings at %d depths"
                .formatted(rows.size(), depths().size());
    }
}
