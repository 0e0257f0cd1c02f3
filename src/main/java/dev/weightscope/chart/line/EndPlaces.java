package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Where the name of a curve's end may stand.
final class EndPlaces {
    /// Between the height of an end and a name above or below it.
    private static final double ASIDE = 5;

    private EndPlaces() {}

    /// In the row above the plot, up to the plot's right edge.
    ///
    /// @param center of the row
    static EndLabel above(EndLabel.End end, Box plot, double center, TextMeasure measure) {
        return end.label(plot.right(), center, Anchor.END, false, measure);
    }

    /// Above or below where the line of theory ends, inside of the plot, where no line is drawn,
    /// best first.
    ///
    /// @param end of theory
    /// @param measured the height of the curve's own end, which is better kept away from
    static Stream<EndLabel> ofTheoryInside(
            EndLabel.End end, double measured, Placement placement, TextMeasure measure) {
        Box plot = placement.plot();
        double away = Math.copySign(end.height() / 2 + ASIDE, end.y() - measured);
        return DoubleStream.of(away, -away)
                .map(shift -> end.y() + shift)
                .mapToObj(center ->
                        switch (end.direction()) {
                            case FORWARD ->
                                    end.label(plot.right(), center, Anchor.END, false, measure);
                            case BACKWARD ->
                                    end.label(plot.x(), center, Anchor.START, false, measure);
                        })
                .filter(label -> {
                    Box box = label.box();
                    return isBetweenEdges(box, plot)
                            && !end.trace().crosses(box)
                            && !end.trace().theoryCrosses(box, placement);
                });
    }

    /// Right after the end of a curve that ends early, or a little above or below that, where no
    /// curve is drawn, best first. Backward no curve ends early: all arrive at the first place.
    static Stream<EndLabel> inside(
            EndLabel.End end, Box plot, List<Trace> traces, TextMeasure measure) {
        if (end.direction() == Direction.BACKWARD) {
            return Stream.empty();
        }
        double aside = end.height() / 2 + ASIDE;
        return DoubleStream.of(0, -aside, aside)
                .mapToObj(shift -> end.at(end.x() + EndLabel.GAP, end.y() + shift, measure))
                .filter(label -> isInside(label.box(), plot))
                .filter(label -> traces.stream().noneMatch(trace -> trace.crosses(label.box())));
    }

    private static boolean isInside(Box box, Box plot) {
        return isBetweenEdges(box, plot) && box.right() <= plot.right() - EndLabel.GAP;
    }

    /// Neither above nor below a plot.
    private static boolean isBetweenEdges(Box box, Box plot) {
        return box.y() >= plot.y() && box.bottom() <= plot.bottom();
    }

    /// Names that do not overlap, each as near to its curve's end as can be. Where not all have
    /// room, theory and then the last pinned ones go without: the list beside the chart names them
    /// too.
    static List<EndLabel> place(
            List<EndLabel.End> ends, Box plot, double top, double bottom, TextMeasure measure) {
        List<EndLabel.End> fitting = new ArrayList<>(ends);
        while (fitting.size() > 1
                && fitting.stream().mapToDouble(EndLabel.End::height).sum() > bottom - top) {
            fitting.remove(leastNeeded(fitting));
        }
        double[] centers =
                Spacing.apart(
                        fitting.stream().mapToDouble(EndLabel.End::y).toArray(),
                        fitting.stream().mapToDouble(EndLabel.End::height).toArray(),
                        top,
                        bottom);
        List<EndLabel> labels = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            EndLabel.End end = fitting.get(i);
            labels.add(end.at(edge(plot, end.direction()), centers[i], measure));
        }
        return labels;
    }

    private static double edge(Box plot, Direction direction) {
        return switch (direction) {
            case FORWARD -> plot.right() + EndLabel.GAP;
            case BACKWARD -> plot.x() - EndLabel.GAP;
        };
    }

    private static int leastNeeded(List<EndLabel.End> ends) {
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (!ends.get(i).isMeasured()) {
                return i;
            }
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (ends.get(i).trace().series().role() == Series.Role.PINNED) {
                return i;
            }
        }
        return ends.size() - 1;
    }
}
