package dev.weightscope.chart.tensor;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.chart.axis.ValueScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// Bars with curves over them.
///
/// @param title above the plot
/// @param axis what lies along it: `weight`
/// @param bars the first ones filled, those over them as an outline; at least one
/// @param remarks what else is to be known, in lines at the upper right
/// @param heights whether the heights are numbers to be read off
/// @param held what the axes span at least, along and upwards; none where that is what they need
public record BarChart(
        String title,
        String axis,
        List<Bars> bars,
        List<Line> curves,
        List<Mark> marks,
        List<String> remarks,
        Heights heights,
        Axes held)
        implements Chart {
    private static final double TITLE_HEIGHT = 22;

    /// Of a curve that is given as a function.
    private static final int POINTS = 400;

    /// A curve may rise so many times as high as the bars before it is cut off.
    private static final double HIGHEST_CURVE = 2.5;

    /// Bars may rise so many times as high as all others before they are cut off.
    private static final double HIGHEST_SPIKE = 4;

    private static final double HEADROOM = 1.06;

    /// What is left free above all bars for the name of a curve that has no room beside them.
    private static final double NAME_HEIGHT = TextStyle.TICK.lineHeight() + 3;

    /// Of the plot's height at most.
    private static final double MOST_FOR_NAME = 0.25;

    private static final double VALUE_SPACING = 34;

    public BarChart {
        bars = List.copyOf(bars);
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        remarks = List.copyOf(remarks);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a chart of bars without bars");
        }
    }

    /// On axes that span what they need.
    public BarChart(
            String title,
            String axis,
            List<Bars> bars,
            List<Line> curves,
            List<Mark> marks,
            List<String> remarks,
            Heights heights) {
        this(title, axis, bars, curves, marks, remarks, heights, Axes.NONE);
    }

    /// What heights mean.
    public enum Heights {
        /// Densities, whose shape is looked at alone.
        DENSITIES,
        /// Values, with an axis.
        VALUES
    }

    /// A curve, named beside it.
    ///
    /// @param name empty for none
    public record Line(
            String name,
            DataColour colour,
            Stroke.Pattern pattern,
            List<Double> xs,
            List<Double> ys) {
        public Line {
            xs = List.copyOf(xs);
            ys = List.copyOf(ys);
            if (xs.size() != ys.size()) {
                throw new IllegalArgumentException(xs.size() + " xs, " + ys.size() + " ys");
            }
        }

        /// A density from low to high.
        public static Line of(
                String name,
                DataColour colour,
                Stroke.Pattern pattern,
                double low,
                double high,
                DoubleUnaryOperator density) {
            List<Double> xs = new ArrayList<>();
            List<Double> ys = new ArrayList<>();
            for (int i = 0; i <= POINTS; i++) {
                double x = low + (high - low) * i / POINTS;
                xs.add(x);
                ys.add(density.applyAsDouble(x));
            }
            return new Line(name, colour, pattern, xs, ys);
        }
    }

    /// A place that is marked by a thin upright line.
    public record Mark(double x, String name) {}

    /// What lies between the left and the right edge.
    public Range range() {
        Stream<Range> all =
                Stream.concat(bars.stream().map(Bars::range), Range.first(held).stream());
        return Range.union(all).orElseThrow();
    }

    private Range vertical() {
        Range needed = new Range(0, highest());
        return held.own().stream()
                .skip(1)
                .map(Range::of)
                .findFirst()
                .map(needed::union)
                .orElse(needed);
    }

    /// Shapes are as high as there is room for.
    @Override
    public Axes axes() {
        return switch (heights) {
            case DENSITIES -> Axes.of(List.of(range().toSpan()));
            case VALUES -> Axes.of(List.of(range().toSpan(), vertical().toSpan()));
        };
    }

    @Override
    public BarChart on(Axes other) {
        return new BarChart(title, axis, bars, curves, marks, remarks, heights, other);
    }

    /// Densities are not read off, so that they may be lower.
    private Range withRoomForNames(Range vertical, double height) {
        boolean hasNames = curves.stream().anyMatch(each -> !each.name().isEmpty());
        if (heights == Heights.VALUES || !hasNames || !(height > 0)) {
            return vertical;
        }
        double share = Math.min(NAME_HEIGHT / height, MOST_FOR_NAME);
        double factor = Math.max(1, 1 / (HEADROOM * (1 - share)));
        return new Range(vertical.low(), vertical.high() * factor);
    }

    private double highest() {
        double ofBars = ofBars();
        double ofCurves =
                curves.stream()
                        .flatMap(each -> each.ys().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
        double highest =
                ofBars == 0
                        ? ofCurves
                        : Math.max(ofBars, Math.min(ofCurves, HIGHEST_CURVE * ofBars));
        return highest > 0 ? highest * HEADROOM : 1;
    }

    /// What are spikes beside others, one or several, are cut off, so that their shapes are seen.
    private double ofBars() {
        double[] ascending = bars.stream().mapToDouble(Bars::highest).sorted().toArray();
        double shapes = 0;
        for (double each : ascending) {
            if (shapes > 0 && each > HIGHEST_SPIKE * shapes) {
                return HIGHEST_SPIKE * shapes;
            }
            shapes = each;
        }
        return shapes;
    }

    @Override
    public BarLayout layout(Box area, TextMeasure measure) {
        Range range = range();
        double height = area.height() - TITLE_HEIGHT - ValueAxis.HEIGHT;
        Range vertical = withRoomForNames(vertical(), height);
        List<Tick> ticks =
                switch (heights) {
                    case DENSITIES -> List.of();
                    case VALUES ->
                            ValueScale.LINEAR.ticks(vertical, (int) (height / VALUE_SPACING) + 1);
                };
        double numbers =
                ticks.stream()
                        .mapToDouble(each -> measure.textWidth(each.label(), TextStyle.TICK) + 8)
                        .max()
                        .orElse(0);
        Box plot = area.inset(TITLE_HEIGHT, 4, ValueAxis.HEIGHT, numbers + 4);
        double titleWidth = measure.textWidth(title, TextStyle.TITLE);
        double room = area.width() - titleWidth - 12;
        return new BarLayout(
                this,
                plot,
                range,
                vertical,
                PlacedText.of(
                        measure, title, area.x(), area.y() + 12, TextStyle.TITLE, Anchor.START),
                axisName(area, room, measure),
                ticks,
                ValueAxis.under(plot, range, measure),
                remarkLines(plot, measure));
    }

    private Optional<PlacedText> axisName(Box area, double room, TextMeasure measure) {
        return measure.textWidth(axis, TextStyle.TICK) > room
                ? Optional.empty()
                : Optional.of(
                        PlacedText.of(
                                measure,
                                axis,
                                area.right(),
                                area.y() + 12,
                                TextStyle.TICK,
                                Anchor.END));
    }

    private List<PlacedText> remarkLines(Box plot, TextMeasure measure) {
        List<PlacedText> lines = new ArrayList<>();
        double baseline = plot.y() + 10;
        for (String remark : remarks) {
            for (String line :
                    TextLines.wrap(remark, plot.width() * 0.9, measure, TextStyle.LABEL)) {
                lines.add(
                        PlacedText.of(
                                measure,
                                line,
                                plot.right() - 2,
                                baseline,
                                TextStyle.LABEL,
                                Anchor.END));
                baseline += TextStyle.LABEL.lineHeight();
            }
        }
        return lines;
    }

    @Override
    public String description() {
        return Stream.concat(Stream.of(title), remarks.stream())
                .filter(each -> !each.isEmpty())
                .reduce((one, two) -> one + "; " + two)
                .orElse("");
    }
}
