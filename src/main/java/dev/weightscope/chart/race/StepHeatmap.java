package dev.weightscope.chart.race;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.LinearTicks;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How the values of a layer lie, step by step: values upwards, steps to the right, and as colour
/// how full a bin is beside the fullest of its step, log(1 + count) of each.
///
/// @param name what the values are: `Layer 2 · activation`
/// @param columns by ascending step, at least one
/// @param last step of the axis
/// @param cursor the step that is looked at
public record StepHeatmap(String name, List<Column> columns, int last, OptionalInt cursor)
        implements Chart {
    private static final double TITLE = 20;
    private static final double NUMBERS = 44;
    private static final double BELOW = 18;
    private static final double RIGHT = 12;

    public StepHeatmap {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a heat map needs a step");
        }
    }

    /// The values at a step.
    public record Column(int step, Histogram histogram) {}

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box plot = area.inset(TITLE, RIGHT, BELOW, NUMBERS);
        Range range = range();
        List<PlacedText> values =
                LinearTicks.spaced(range, plot.height(), 28).stream()
                        .map(tick -> value(tick, range, plot, measure))
                        .toList();
        Stops steps = new Stops("Step", "", last == 0 ? List.of(0) : List.of(0, last));
        List<PlacedText> numbers =
                steps.ticks(plot.width(), 44).stream()
                        .map(tick ->
                                PlacedText.of(
                                        measure,
                                        tick.label(),
                                        plot.x() + tick.value() * plot.width(),
                                        area.bottom() - 4,
                                        TextStyle.TICK,
                                        Anchor.MIDDLE))
                        .toList();
        // Above the plot, and farther to the left where it would not end within the area.
        double end = area.right() - measure.textWidth(name, TextStyle.TICK);
        double start = Math.max(area.x(), Math.min(plot.x(), end));
        PlacedText title =
                PlacedText.of(measure, name, start, area.y() + 12, TextStyle.TICK, Anchor.START);
        return new Layout(this, title, plot, range, values, numbers);
    }

    /// Of all steps that have finite values; what is 0 alone is in it, and makes it no wider.
    private Range range() {
        List<Histogram> counted =
                columns.stream().map(Column::histogram).filter(each -> each.largest() > 0).toList();
        Optional<Range> spread =
                Range.union(
                        counted.stream()
                                .filter(each -> !CountedValues.holdsOnlyZero(each))
                                .map(Range::of));
        boolean hasZeros = counted.stream().anyMatch(CountedValues::holdsOnlyZero);
        return spread.map(each -> hasZeros ? each.withZero() : each).orElse(new Range(-1, 1));
    }

    private static PlacedText value(Tick tick, Range range, Box plot, TextMeasure measure) {
        double y = plot.bottom() - range.share(tick.value()) * plot.height();
        return PlacedText.of(
                measure,
                tick.label(),
                plot.x() - 6,
                y + TextStyle.TICK.baselineShift(),
                TextStyle.TICK,
                Anchor.END);
    }

    @Override
    public String description() {
        return "Heat map of %s over %d steps".formatted(name, last);
    }

    /// Where columns and numbers lie.
    public record Layout(
            StepHeatmap chart,
            PlacedText title,
            Box plot,
            Range range,
            List<PlacedText> values,
            List<PlacedText> numbers)
            implements ChartLayout {
        public Layout {
            values = List.copyOf(values);
            numbers = List.copyOf(numbers);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            int columns = Math.max(1, (int) Math.round(plot.width()));
            int rows = rows();
            surface.image(pixels(columns, rows, palette), columns, rows, plot);
            title.paint(surface, palette.text());
            values.forEach(text -> text.paint(surface, palette.muted()));
            numbers.forEach(text -> text.paint(surface, palette.muted()));
            chart.cursor()
                    .ifPresent(step -> {
                        double x = x(step);
                        surface.line(
                                x, plot.y(), x, plot.bottom(), Stroke.solid(palette.accent(), 1.2));
                    });
        }

        private int rows() {
            return Math.max(1, (int) Math.round(plot.height()));
        }

        private int[] pixels(int columns, int rows, Palette palette) {
            int[] pixels = new int[columns * rows];
            int[] line = new int[rows];
            int drawn = -1;
            Arrays.fill(pixels, palette.background().argb());
            // Later steps are not there yet.
            int known = (int) Math.ceil((x(reached()) - plot.x()) / plot.width() * columns);
            for (int x = 0; x < Math.clamp(known, 1, columns); x++) {
                int index = nearest((x + 0.5) / columns * chart.last());
                if (index != drawn) {
                    drawn = index;
                    fill(line, chart.columns().get(index).histogram(), palette);
                }
                for (int y = 0; y < rows; y++) {
                    pixels[y * columns + x] = line[y];
                }
            }
            return pixels;
        }

        private void fill(int[] line, Histogram histogram, Palette palette) {
            boolean hasValues = histogram.largest() > 0;
            int ground =
                    (hasValues
                                    ? palette.density(0)
                                    : palette.background().mix(palette.danger(), 0.35))
                            .argb();
            for (int y = 0; y < line.length; y++) {
                int bin = bin(histogram, y, line.length);
                line[y] =
                        hasValues && bin >= 0
                                ? palette.density(
                                                Math.log1p((double) histogram.count(bin))
                                                        / Math.log1p((double) histogram.largest()))
                                        .argb()
                                : ground;
            }
        }

        /// The bin that a row of pixels shows: the fullest of those whose middles lie in it, or,
        /// where bins are as high as a row or higher, the one that the row's middle lies in; −1
        /// where there is none. So a step whose values lie closer than a row is high is still seen.
        private int bin(Histogram histogram, int row, int rows) {
            if (CountedValues.holdsOnlyZero(histogram)) {
                int zero = Math.min((int) ((1 - range.share(0)) * rows), rows - 1);
                return row == zero ? bin(histogram, 0) : -1;
            }
            int shown = bin(histogram, range.at(1 - (row + 0.5) / rows));
            int first = firstAbove(histogram, range.at(1 - (row + 1.0) / rows));
            int end = firstAbove(histogram, range.at(1 - (double) row / rows));
            for (int bin = first; bin < end; bin++) {
                if (shown < 0 || histogram.count(bin) > histogram.count(shown)) {
                    shown = bin;
                }
            }
            return shown;
        }

        /// The lowest bin whose middle is not below a value; as many as there are where all are.
        private static int firstAbove(Histogram histogram, double value) {
            double place = (value - histogram.low()) / histogram.binWidth() - 0.5;
            return (int) Math.clamp(Math.ceil(place), 0, histogram.bins());
        }

        /// The bin that a value lies in; −1 where it lies in none.
        private static int bin(Histogram histogram, double value) {
            if (!(value >= histogram.low() && value <= histogram.high())) {
                return -1;
            }
            return Math.min(
                    (int) ((value - histogram.low()) / histogram.binWidth()), histogram.bins() - 1);
        }

        private int reached() {
            return chart.columns().getLast().step();
        }

        private double x(int step) {
            return plot.x() + (chart.last() == 0 ? 0 : (double) step / chart.last()) * plot.width();
        }

        /// The index of the column nearest to a step.
        private int nearest(double step) {
            return ShownSteps.nearest(
                    chart.columns().size(), index -> chart.columns().get(index).step(), step);
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            if (!plot.contains(x, y)) {
                return Optional.empty();
            }
            int index = nearest((x - plot.x()) / plot.width() * chart.last());
            Histogram histogram = chart.columns().get(index).histogram();
            int rows = rows();
            int row = (int) ((y - plot.y()) / plot.height() * rows);
            int bin = bin(histogram, Math.min(row, rows - 1), rows);
            if (bin < 0 || histogram.largest() == 0) {
                return Optional.of(hit(index, List.of()));
            }
            String share = NumberText.percent((double) histogram.count(bin) / histogram.total());
            return Optional.of(
                    hit(
                            index,
                            List.of(
                                    NumberText.significant(histogram.edge(bin), 4)
                                            + " … "
                                            + NumberText.significant(histogram.edge(bin + 1), 4),
                                    String.format(
                                            Locale.ROOT,
                                            "%,d values · %s",
                                            histogram.count(bin),
                                            share))));
        }

        private Hit hit(int index, List<String> more) {
            Column column = chart.columns().get(index);
            List<String> lines = new ArrayList<>();
            lines.add("Step " + column.step() + " · " + chart.name());
            lines.addAll(more);
            long notFinite = column.histogram().notFinite();
            if (notFinite > 0) {
                lines.add(String.format(Locale.ROOT, "%,d not finite", notFinite));
            }
            Box focus = new Box(x(column.step()) - 1, plot.y(), 2, plot.height());
            return Hit.of(column.step(), focus, lines);
        }

        @Override
        public List<Hit> stops() {
            return IntStream.range(0, chart.columns().size())
                    .mapToObj(index -> hit(index, List.of()))
                    .toList();
        }
    }
}
