package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names at the ends of all curves.
record EndNames(
        Direction direction,
        Placement placement,
        List<Trace> traces,
        List<EventMark> events,
        TextMeasure measure) {
    /// How far theory's end must be from the measured one to be named too.
    private static final double APART = 9;

    /// In less width than this a name takes several lines.
    private static final double NARROW = 130;

    /// In less width than this a curve that is alone goes without its name: it would be cut at some
    /// values of a dragged slider, and not at others.
    private static final double ROW = 170;

    /// Those that have room, none over another.
    ///
    /// @param area that they do not leave above and below
    /// @param width of a line, at most
    List<EndLabel> within(Box area, double width) {
        List<EndLabel> labels = new ArrayList<>();
        List<EndLabel.End> beside = new ArrayList<>();
        List<String> whole = traces.stream().map(trace -> trace.series().label()).toList();
        List<String> names = width < NARROW ? ShortNames.of(whole) : whole;
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            EndLabel.End end = EndLabel.End.of(trace, names.get(i), direction, width, measure);
            EndPlaces.inside(end, placement.plot(), traces, measure)
                    .filter(label -> isFree(label.box(), labels))
                    .findFirst()
                    .ifPresentOrElse(labels::add, () -> beside.add(end));
            theoryEnd(trace).ifPresent(beside::add);
        }
        labels.addAll(EndPlaces.place(beside, placement.plot(), area.y(), area.bottom(), measure));
        return labels;
    }

    /// Short names in one column beside the farthest end: of all curves, or of evenly spaced ones
    /// where they are many or have no room.
    ///
    /// @param area as in [#within]
    List<EndLabel> column(Box area, double width) {
        if (traces.isEmpty()) {
            return List.of();
        }
        int fitting = (int) Math.max(1, area.height() / TextStyle.LABEL.lineHeight());
        List<EndLabel.End> ends =
                FewOfMany.of(traces, fitting).stream()
                        .map(trace ->
                                EndLabel.End.of(
                                        trace, trace.series().label(), direction, width, measure))
                        .toList();
        double farthest =
                ends.stream().mapToDouble(EndLabel.End::x).max().orElseThrow() + Placement.MARGIN;
        Box until = placement.plot().inset(0, placement.plot().right() - farthest, 0, 0);
        return EndPlaces.place(ends, until, area.y(), area.bottom(), measure);
    }

    /// The name of a single curve in a row above the plot, and what theory comes to inside of the
    /// plot, so that neither takes width from it. Where there is no room for one, it is left out:
    /// there is no other curve that it could be taken for.
    ///
    /// @param center of the row
    /// @param width that is free in the row
    List<EndLabel> above(double center, double width) {
        Trace trace = traces.getFirst();
        EndLabel.End end =
                EndLabel.End.onOneLine(trace, trace.series().label(), direction, width, measure);
        List<EndLabel> labels = new ArrayList<>();
        if (width >= ROW) {
            labels.add(EndPlaces.above(end, placement.plot(), center, measure));
        }
        theoryEnd(trace)
                .flatMap(theory ->
                        EndPlaces.ofTheoryInside(theory, end.y(), placement, measure)
                                .filter(label -> isFree(label.box(), labels))
                                .findFirst())
                .ifPresent(labels::add);
        return labels;
    }

    /// Where theory of the live series ends, if it ends elsewhere than the measured curve.
    private Optional<EndLabel.End> theoryEnd(Trace trace) {
        List<Double> theory = trace.series().values().theory();
        if (trace.series().role() == Series.Role.PINNED || theory.isEmpty()) {
            return Optional.empty();
        }
        double value = theory.get(trace.endIndex(direction));
        Trace.Point end = trace.end(direction);
        if (!placement.holds(value) || end.kind() != Trace.Kind.ON_AXIS) {
            return Optional.empty();
        }
        double y = placement.y(value);
        return Math.abs(y - end.y()) < APART
                ? Optional.empty()
                : Optional.of(EndLabel.End.ofTheory(trace, direction, value, y));
    }

    private boolean isFree(Box box, List<EndLabel> labels) {
        return labels.stream().noneMatch(label -> label.box().overlaps(box))
                && events.stream()
                        .noneMatch(event ->
                                event.label().box().overlaps(box)
                                        || (event.x() >= box.x() && event.x() <= box.right()));
    }
}
