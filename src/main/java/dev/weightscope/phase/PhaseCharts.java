package dev.weightscope.phase;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.plane.Cells;
import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneAxis;
import dev.weightscope.chart.plane.Ramp;
import dev.weightscope.theory.CriticalCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The map of an answer.
public final class PhaseCharts {
    private static final String NO_BIAS = "no bias";
    private static final double STRONGEST_CHI = 2;

    private PhaseCharts() {}

    /// The map with all that stands on it but points that are someone's.
    public static MapView ground(PhaseAnswer answer) {
        PhaseGrid grid = answer.grid();
        PhaseQuantity quantity = answer.settings().quantity();
        double[] values = grid.values(quantity);
        return MapView.of(
                        axis(
                                "weight variance σ_w² = fan_in · Var W · gain²",
                                "σ_w²",
                                grid.weights()),
                        axis("bias variance σ_b²", "σ_b²", grid.biases()),
                        quantity.label(),
                        Cells.of(grid.weights().points(), grid.biases().points(), values)
                                .withJumps(grid.border()),
                        ramp(quantity, values),
                        MapView.Shading.SMOOTH)
                .withLevels(levels(quantity))
                .withLines(CriticalLines.of(answer))
                .withRegions(MapRegions.of(answer))
                .withRail(NO_BIAS)
                .withNote(PhaseNotes.line(answer))
                .withShares(
                        answer.measured()
                                .map(each -> shares(each, answer.experiment().depth()))
                                .orElse(List.of()),
                        answer.measured().map(MeasuredNotes::legend).orElse(""))
                .faded(PhaseNotes.fade(answer));
    }

    private static List<MapView.Share> shares(Measured measured, int depth) {
        return measured.known().stream()
                .mapToObj(place ->
                        new MapView.Share(
                                measured.places().weightVariance(place),
                                measured.places().biasVariance(place),
                                measured.learnt(place),
                                MeasuredNotes.lines(measured, place, depth)))
                .toList();
    }

    private static PlaneAxis axis(String name, String symbol, GridAxis points) {
        return new PlaneAxis(
                name, symbol, ValueScale.LINEAR, new Range(points.low(), points.high()));
    }

    private static Ramp ramp(PhaseQuantity quantity, double[] values) {
        return switch (quantity) {
            case CHI ->
                    Ramp.diverging(
                            new Range(1 / STRONGEST_CHI, STRONGEST_CHI),
                            ValueScale.LOG,
                            List.of("½", "2"));
            case XI_C ->
                    Ramp.sequential(new Range(1, 300), ValueScale.LOG, List.of("1", "300 layers"));
            case DEPTH ->
                    Ramp.sequential(
                            new Range(6, 1800), ValueScale.LOG, List.of("6", "1800 layers"));
            case Q -> {
                double most =
                        Arrays.stream(values)
                                .filter(each -> each > 0.02 && each < 1e4)
                                .max()
                                .orElse(1);
                double high = Math.pow(10, Math.ceil(Math.log10(most)));
                yield Ramp.sequential(
                        new Range(0.01, high),
                        ValueScale.LOG,
                        List.of("0.01", PhaseNotes.number(high)));
            }
        };
    }

    private static List<Double> levels(PhaseQuantity quantity) {
        return switch (quantity) {
            case CHI -> List.of(0.5, 0.7, 0.9, 1.1, 1.3, 1.5);
            case XI_C -> List.of(3.0, 10.0, 30.0, 100.0);
            case DEPTH -> List.of(20.0, 50.0, 100.0, 300.0);
            case Q -> List.of(0.03, 0.1, 0.3, 1.0, 3.0, 10.0);
        };
    }

    /// The points: the live one and the pinned ones, frameworks', and the map's own.
    ///
    /// @param hasFrameworks whether frameworks' own initializers are among them
    public static List<MapMark> marks(List<Series<PhaseAnswer>> answers, boolean hasFrameworks) {
        List<MapMark> marks = new ArrayList<>();
        for (Series<PhaseAnswer> each : answers) {
            if (each.role() == Series.Role.LIVE) {
                mark(each, "you are here").ifPresent(marks::add);
            }
        }
        marks.addAll(others(answers, hasFrameworks));
        return marks;
    }

    /// All but the live one.
    public static List<MapMark> others(List<Series<PhaseAnswer>> answers, boolean hasFrameworks) {
        List<MapMark> marks = new ArrayList<>(own(answers.getFirst().values()));
        for (Series<PhaseAnswer> each : answers) {
            if (each.role() == Series.Role.PINNED) {
                mark(each, each.label()).ifPresent(marks::add);
            }
        }
        if (hasFrameworks) {
            Frameworks.of(answers.getFirst().values().experiment()).stream()
                    .map(PhaseCharts::mark)
                    .forEach(marks::add);
        }
        return marks;
    }

    private static MapMark mark(Frameworks.Start start) {
        double w = start.place().weightVariance();
        double b = start.place().biasVariance();
        return new MapMark(
                w,
                b,
                start.name(),
                MapMark.Shape.DIAMOND,
                new DataColour.Expected(),
                List.of(place(w, b)));
    }

    private static List<MapMark> own(PhaseAnswer answer) {
        CriticalCurve line = answer.line();
        return switch (line.kind()) {
            case POINT -> {
                CriticalCurve.Point point = line.points().getFirst();
                yield List.of(own(point, "one critical point, no bias"));
            }
            case HALF_STABLE -> List.of(own(line.halfStable().orElseThrow(), "half-stable"));
            case LINE, NONE -> List.of();
        };
    }

    private static MapMark own(CriticalCurve.Point point, String name) {
        return new MapMark(
                point.weightVariance(),
                point.biasVariance(),
                name,
                MapMark.Shape.RING,
                new DataColour.Expected(),
                List.of(place(point.weightVariance(), point.biasVariance()), "χ₁ 1, V′ 1"));
    }

    /// Where an answer's experiment stands.
    public static Optional<MapMark> mark(Series<PhaseAnswer> answer, String name) {
        MapMark.Shape shape =
                switch (answer.role()) {
                    case LIVE -> MapMark.Shape.TARGET;
                    case PINNED -> MapMark.Shape.DOT;
                };
        DataColour colour = new DataColour.OfSetting(answer.colour());
        return switch (answer.values().point()) {
            case PhasePoint.None _ -> Optional.empty();
            case PhasePoint.Beside(var w, var b, var reason) ->
                    Optional.of(
                            new MapMark(w, b, name, shape, colour, List.of(place(w, b), reason)));
            case PhasePoint.At(var limit, var _, var _) ->
                    Optional.of(
                            new MapMark(
                                    limit.weightVariance(),
                                    limit.biasVariance(),
                                    name,
                                    shape,
                                    colour,
                                    List.of(
                                            place(limit.weightVariance(), limit.biasVariance()),
                                            "χ₁ " + PhaseNotes.number(limit.chi()),
                                            "ξ " + PhaseNotes.number(limit.correlationScale()))));
        };
    }

    private static String place(double w, double b) {
        return "σ_w² %s, σ_b² %s".formatted(PhaseNotes.number(w), PhaseNotes.number(b));
    }
}
