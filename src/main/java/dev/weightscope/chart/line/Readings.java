package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to read off the curves at a place.
record Readings(LineView view, Box plot, List<Trace> traces) {
    private static final int DIGITS = 4;

    /// The measured values of all curves that reach a place; below the nearest to `y` what it is
    /// held against. Where `y` is NaN that is the live one, or else the first.
    ///
    /// @param index of the place
    Optional<Hit> at(int index, double y) {
        List<Trace> there =
                traces.stream().filter(trace -> trace.series().values().knows(index)).toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        int meant = meant(there, index, y);
        List<Trace> told = told(there);
        List<String> lines = new ArrayList<>();
        lines.add(view.stops().name(index) + " · " + quantity());
        List<Hit.Dot> dots = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            Trace trace = there.get(i);
            if (i != meant && !told.contains(trace)) {
                continue;
            }
            Trace.Point point = trace.points().get(index);
            lines.add(
                    trace.series().label()
                            + "  "
                            + text(point.value())
                            + aside(trace.series().values(), index));
            if (i == meant) {
                lines.addAll(around(trace.series().values(), index));
            }
            dots.add(dot(trace, point));
        }
        Box focus = new Box(dots.getFirst().x() - 0.5, plot.y(), 1, plot.height());
        return Optional.of(new Hit(view.stops().numbers().get(index), focus, lines, dots));
    }

    /// Of many that follow each other a few, beside the one that is meant.
    private List<Trace> told(List<Trace> there) {
        return switch (view.look().names()) {
            case AT_ENDS, NONE -> there;
            case BRIEF -> FewOfMany.of(there, FewOfMany.MANY);
        };
    }

    /// `, inside a branch`, where a value is of another kind than the curve's.
    private static String aside(Curve curve, int index) {
        return curve.isAside(index)
                ? curve.aside().map(aside -> ", " + aside.name()).orElse("")
                : "";
    }

    /// `Std`, or `Std of activations` where that is not said above both charts; the title alone
    /// where it says the quantity itself.
    private String quantity() {
        return view.title().startsWith(view.quantity())
                ? view.title()
                : (view.quantity() + " " + view.title()).strip();
    }

    /// The index of the nearest.
    private static int meant(List<Trace> there, int index, double y) {
        int meant = there.size() - 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < there.size(); i++) {
            double distance = Math.abs(there.get(i).points().get(index).y() - y);
            if (distance < least) {
                least = distance;
                meant = i;
            }
        }
        return meant;
    }

    /// Theory, the band around it and the range of draws, a line each.
    private List<String> around(Curve curve, int index) {
        List<String> lines = new ArrayList<>();
        if (!curve.theory().isEmpty() && !Double.isNaN(curve.theory().get(index))) {
            lines.add("    theory " + text(curve.theory().get(index)));
        }
        curve.band()
                .filter(band -> !Double.isNaN(band.low().get(index)))
                .ifPresent(band ->
                        lines.add(
                                "    "
                                        + name(band)
                                        + " "
                                        + range(band.low().get(index), band.high().get(index))));
        if (curve.draws().size() > 1) {
            double[] draws = curve.drawsAt(index);
            lines.add(
                    "    %d draws %s"
                            .formatted(draws.length, range(draws[0], draws[draws.length - 1])));
            if (draws.length >= Backdrop.MANY) {
                lines.add(
                        "    half of them "
                                + range(
                                        Backdrop.quantile(draws, 0.25),
                                        Backdrop.quantile(draws, 0.75)));
            }
        }
        return lines;
    }

    private static String name(Curve.Band band) {
        return switch (band.source()) {
            case PREDICTED -> "band";
            case MEASURED -> band.caption();
        };
    }

    /// Where a curve is drawn there, or at the edge that it is beyond.
    private Hit.Dot dot(Trace trace, Trace.Point point) {
        double y =
                switch (point.kind()) {
                    case ON_AXIS -> Math.clamp(point.y(), plot.y(), plot.bottom());
                    case ZERO, BELOW_FRAME, ABOVE_FRAME, INFINITE, NAN -> point.y();
                };
        return new Hit.Dot(point.x(), y, trace.colour());
    }

    private String range(double low, double high) {
        return text(low) + " … " + text(high);
    }

    private String text(double value) {
        return view.values().scale().text(value, DIGITS);
    }

    /// A name whole, with the value that the curve ends at.
    Hit named(EndLabel label) {
        Trace.Point end = label.trace().end(label.direction());
        int index = label.trace().points().indexOf(end);
        List<String> lines = new ArrayList<>();
        lines.add(label.series().label());
        lines.add("%s · %s %s".formatted(view.stops().name(index), quantity(), text(end.value())));
        lines.addAll(around(label.series().values(), index));
        return new Hit(
                view.stops().numbers().get(index),
                label.box(),
                lines,
                List.of(dot(label.trace(), end)));
    }
}
