package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RowName;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A row of histograms for each setting, columns are layers; on one axis, or each on its own.
///
/// @param held what a common axis spans whatever the values are, so that it is the same in several
///   pictures
public record CompareMatrix(CompareView view, Optional<Range> held) implements Chart {
    private static final double HEADER = 20;
    private static final double MIN_WIDTH = 78;
    private static final double GAP_X = 12;
    private static final double GAP_Y = 10;
    private static final double STD_HEIGHT = 13;
    private static final double ROOM_FOR_STD = 38;

    /// From this height of a row on there is room for an axis under each histogram.
    private static final double ROOM_FOR_AXES = 58;

    public CompareMatrix(CompareView view) {
        this(view, Optional.empty());
    }

    @Override
    public Axes axes() {
        return Axes.of(List.of(comparable(shown(allLayers())).range().toSpan()));
    }

    @Override
    public CompareMatrix on(Axes axes) {
        return new CompareMatrix(view, Range.first(axes).or(() -> held));
    }

    private List<Integer> allLayers() {
        return IntStream.rangeClosed(1, view.depth()).boxed().toList();
    }

    private ComparableRange comparable(List<TensorStatistics> panels) {
        Range all = view.range();
        return held.map(range -> new ComparableRange(range, !range.union(all).equals(range)))
                .orElseGet(() -> ComparableRange.of(panels, all));
    }

    @Override
    public CompareLayout layout(Box area, TextMeasure measure) {
        if (view.rows().isEmpty()) {
            return new CompareLayout(List.of(), List.of(), List.of(), Caption.none());
        }
        double names = Math.clamp(area.width() * 0.2, 96, 190);
        Box cells = area.inset(HEADER, 6, ValueAxis.HEIGHT + Caption.HEIGHT, names + 10);
        int most = (int) Math.max(1, (cells.width() + GAP_X) / (MIN_WIDTH + GAP_X));
        List<Integer> layers = LayerSelection.including(view.lastLayers(), view.depth(), most);
        double width = (cells.width() - (layers.size() - 1) * GAP_X) / layers.size();
        int rows = view.rows().size();
        double height = (cells.height() - (rows - 1) * GAP_Y) / rows;
        ComparableRange comparable = comparable(shown(layers));
        List<RowName> rowNames = new ArrayList<>();
        List<CompareLayout.Cell> placed = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Series<List<TensorStatistics>> setting = view.rows().get(row);
            double y = cells.y() + row * (height + GAP_Y);
            Box nameBox = new Box(area.x(), y, names, height);
            rowNames.add(RowName.of(setting, setting.values().size(), nameBox, measure));
            for (int column = 0; column < layers.size(); column++) {
                Box box =
                        new Box(
                                Math.round(cells.x() + column * (width + GAP_X)),
                                Math.round(y),
                                Math.floor(width),
                                Math.floor(height));
                int layer = layers.get(column);
                if (layer <= setting.values().size()) {
                    placed.add(cell(setting, layer, box, comparable.range(), measure));
                }
            }
        }
        List<CompareLayout.Column> columns = new ArrayList<>();
        for (int column = 0; column < layers.size(); column++) {
            double x = Math.round(cells.x() + column * (width + GAP_X));
            Box plot = new Box(x, cells.y(), Math.floor(width), Math.floor(cells.height()));
            columns.add(
                    new CompareLayout.Column(
                            title(layers.get(column), plot, area.y(), measure),
                            plot,
                            axisBelow(plot, height, comparable.range(), measure)));
        }
        return new CompareLayout(
                rowNames, columns, placed, caption(area, layers, comparable, measure));
    }

    private PlacedText title(int layer, Box plot, double top, TextMeasure measure) {
        return PlacedText.of(
                measure,
                view.name(layer),
                plot.centerX(),
                top + 13,
                TextStyle.TITLE,
                Anchor.MIDDLE);
    }

    /// One for the whole column.
    private Optional<ValueAxis> axisBelow(
            Box plot, double height, Range range, TextMeasure measure) {
        return switch (view.axis()) {
            case COMMON -> Optional.of(ValueAxis.under(plot, range, measure));
            case OWN ->
                    height >= ROOM_FOR_AXES
                            ? Optional.empty()
                            : Optional.of(ValueAxis.ofOwnRanges(plot, measure));
        };
    }

    private List<TensorStatistics> shown(List<Integer> layers) {
        return view.rows().stream()
                .flatMap(row ->
                        layers.stream()
                                .filter(layer -> layer <= row.values().size())
                                .map(layer -> row.values().get(layer - 1)))
                .toList();
    }

    private Caption caption(
            Box area, List<Integer> layers, ComparableRange comparable, TextMeasure measure) {
        String showing =
                layers.size() < view.depth()
                        ? "Showing %d of %d layers.".formatted(layers.size(), view.depth())
                        : "";
        String axis =
                switch (view.axis()) {
                    case OWN -> "Each histogram from its own smallest to its largest value.";
                    case COMMON ->
                            comparable.leavesOut()
                                    ? "Far wider histograms run off the axis: the badges say how"
                                            + " much; Own shows each shape."
                                    : "";
                };
        return Caption.at(area, measure, (showing + " " + axis).strip(), axis, showing);
    }

    private CompareLayout.Cell cell(
            Series<List<TensorStatistics>> setting,
            int layer,
            Box box,
            Range common,
            TextMeasure measure) {
        TensorStatistics statistics = setting.values().get(layer - 1);
        Box plotBox = box.height() >= ROOM_FOR_STD ? box.inset(STD_HEIGHT, 0, 0, 0) : box;
        Range range = common;
        Optional<ValueAxis> axis = Optional.empty();
        if (view.axis() == Axis.OWN) {
            range = ValueRange.filled(statistics).orElse(ValueRange.FALLBACK);
            if (box.height() >= ROOM_FOR_AXES) {
                plotBox = plotBox.inset(0, 0, ValueAxis.HEIGHT, 0);
                axis = Optional.of(ValueAxis.under(plotBox, range, measure));
            }
        }
        HistogramPlot plot =
                new HistogramPlot(
                        setting.label()
                                + " · "
                                + view.name(layer, setting.values().size())
                                        .toLowerCase(Locale.ROOT),
                        layer,
                        view.quantity(),
                        statistics,
                        view.counts(),
                        range,
                        HistogramPlot.gap(
                                statistics.histogram().binWidth() / range.span() * plotBox.width()),
                        plotBox);
        Optional<PlacedText> std =
                box.height() >= ROOM_FOR_STD && Content.of(statistics) == Content.VALUES
                        ? Optional.of(
                                PlacedText.of(
                                        measure,
                                        "σ " + NumberText.steady(statistics.std()),
                                        box.centerX(),
                                        box.y() + 9,
                                        TextStyle.TICK,
                                        Anchor.MIDDLE))
                        : Optional.empty();
        return new CompareLayout.Cell(setting, plot, std, axis);
    }

    @Override
    public String description() {
        return "Histograms of %d settings side by side, a row each".formatted(view.rows().size());
    }
}
