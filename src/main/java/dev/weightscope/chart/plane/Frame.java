package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.LinearTicks;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueScale;
import java.util.ArrayList;
import java.util.List;

/// A plot with its two axes: the numbers and names beside it.
///
/// @param plot between the axes
/// @param foot below the plot, between it and the numbers of the x axis
/// @param numbers of both axes
/// @param names of both axes
/// @param lines at the numbers of the y axis
record Frame(
        PlaneAxis x,
        PlaneAxis y,
        Box plot,
        double foot,
        List<PlacedText> numbers,
        List<PlacedText> names,
        List<Double> lines) {
    private static final double X_SPACING = 52;
    private static final double Y_SPACING = 34;
    private static final double NUMBERS = 15;
    private static final double NAME = 15;
    private static final double RIGHT = 8;
    private static final double GAP = 6;

    /// Between what is left of a plot and the plot.
    static final double EDGE = 2;

    /// What there is beside a plot and its axes.
    ///
    /// @param foot of the height, between the plot and the numbers of the x axis
    /// @param below of the height, under all
    /// @param left of the width, at least
    /// @param right of the width, at least
    record Margins(double foot, double below, double left, double right) {
        static Margins right(double right) {
            return new Margins(0, 0, 0, right);
        }
    }

    Frame {
        numbers = List.copyOf(numbers);
        names = List.copyOf(names);
        lines = List.copyOf(lines);
    }

    /// @param margins beside the axes' own numbers and names
    static Frame of(PlaneAxis x, PlaneAxis y, Box area, Margins margins, TextMeasure measure) {
        double foot = margins.foot();
        double top = (y.name().isEmpty() ? 0 : NAME) + 4;
        double bottom = margins.below() + (x.name().isEmpty() ? 0 : NAME) + NUMBERS + foot;
        double height = area.height() - top - bottom;
        List<Tick> ticks = ticks(y, height, Y_SPACING);
        double left = margins.left();
        for (Tick tick : ticks) {
            left = Math.max(left, GAP + measure.textWidth(tick.label(), TextStyle.TICK));
        }
        Box plot = area.inset(top, Math.max(RIGHT, margins.right()), bottom, left + EDGE);
        List<PlacedText> numbers = new ArrayList<>();
        List<Double> lines = new ArrayList<>();
        for (Tick tick : ticks) {
            double place = plot.bottom() - y.share(tick.value()) * plot.height();
            lines.add(place);
            numbers.add(
                    text(
                            measure,
                            tick.label(),
                            plot.x() - GAP,
                            place + TextStyle.TICK.baselineShift(),
                            Anchor.END));
        }
        double baseline = plot.bottom() + foot + 12;
        for (Tick tick : xTicks(x, plot.width(), measure)) {
            double place = plot.x() + x.share(tick.value()) * plot.width();
            numbers.add(
                    text(measure, tick.label(), place, baseline, Anchor.MIDDLE)
                            .within(area.x(), area.right()));
        }
        List<PlacedText> names = new ArrayList<>();
        names.add(text(measure, y.name(), area.x() + 2, area.y() + 10, Anchor.START));
        names.add(
                text(measure, x.name(), plot.centerX(), baseline + NAME - 1, Anchor.MIDDLE)
                        .within(area.x(), area.right()));
        return new Frame(x, y, plot, foot, numbers, names, lines);
    }

    private static List<Tick> ticks(PlaneAxis axis, double length, double spacing) {
        return axis.scale().ticks(axis.range(), (int) (length / spacing) + 1);
    }

    private static List<Tick> xTicks(PlaneAxis axis, double length, TextMeasure measure) {
        return axis.scale() == ValueScale.LINEAR
                ? LinearTicks.fitting(axis.range(), length, measure, TextStyle.TICK)
                : ticks(axis, length, X_SPACING);
    }

    private static PlacedText text(
            TextMeasure measure, String text, double x, double baseline, Anchor anchor) {
        return PlacedText.of(measure, text, x, baseline, TextStyle.TICK, anchor);
    }

    double x(double value) {
        return plot.x() + x.share(value) * plot.width();
    }

    double y(double value) {
        return plot.bottom() - y.share(value) * plot.height();
    }

    /// The value at a place.
    double xAt(double place) {
        return x.at((place - plot.x()) / plot.width());
    }

    double yAt(double place) {
        return y.at((plot.bottom() - place) / plot.height());
    }

    void paintGrid(Surface surface, Palette palette) {
        Stroke stroke = Stroke.solid(palette.grid(), 1);
        for (double line : lines) {
            surface.line(plot.x(), line, plot.right(), line, stroke);
        }
        surface.line(
                plot.x(),
                plot.bottom(),
                plot.right(),
                plot.bottom(),
                Stroke.solid(palette.axis(), 1));
    }

    void paintTexts(Surface surface, Palette palette) {
        numbers.forEach(each -> each.paint(surface, palette.muted()));
        names.forEach(each -> each.paint(surface, palette.muted()));
    }
}
