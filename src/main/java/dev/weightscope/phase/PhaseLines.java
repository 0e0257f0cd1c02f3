package dev.weightscope.phase;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.plane.MapLine;
import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.chart.plane.PlaneAxis;
import dev.weightscope.chart.plane.PlaneCurve;
import dev.weightscope.chart.plane.PlaneView;
import dev.weightscope.theory.MeanField;
import java.util.ArrayList;
import java.util.List;

/// The curves of an answer's point.
public final class PhaseLines {
    private static final DataColour LIVE = new DataColour.OfSetting(0);
    private static final DataColour WAY = new DataColour.OfSetting(1);
    private static final DataColour GOAL = new DataColour.OfSetting(2);
    private static final DataColour LENGTH = new DataColour.OfSetting(3);
    private static final DataColour EXPECTED = new DataColour.Expected();
    private static final double DEEPEST = 1000;
    private static final PlaneAxis LAYERS =
            new PlaneAxis("layers", "layers", ValueScale.LOG, new Range(1, DEEPEST));

    /// So many times as far as its own axes a diagonal leads, which may be held longer.
    private static final double FAR = 1e6;

    private PhaseLines() {}

    /// V(q) with the way of one layer after the other.
    public static PlaneView length(PhaseAnswer answer) {
        if (!(answer.point() instanceof PhasePoint.At(var limit, var start, var _))
                || answer.curves().isEmpty()) {
            return none(unit("q of layer l"), unit("q of layer l + 1"), answer);
        }
        PhaseCurves curves = answer.curves().get();
        double end = curves.length().getLast().x();
        double most = Math.min(curves.length().getLast().y(), end);
        double top = Math.max(most, 1.05 * Math.min(start, end));
        Range across = new Range(0, end);
        Range up = new Range(0, top > 0 ? top : end);
        List<MapMark> marks = new ArrayList<>();
        double q = limit.variance();
        if (q < Double.POSITIVE_INFINITY) {
            marks.add(ring(q, q, "q* = " + PhaseNotes.number(q), List.of()));
        }
        return new PlaneView(
                axis("q of layer l", "q", across),
                axis("q of layer l + 1", "next", up),
                List.of(
                        diagonal(Math.max(end, top)),
                        new PlaneCurve("", stairs(curves.lengths()), WAY, PlaneCurve.Kind.THIN),
                        curve(curves.length())),
                marks,
                q == Double.POSITIVE_INFINITY ? "grows without end" : "",
                "Length map: variance of pre-activations, layer by layer, from %s to %s"
                        .formatted(PhaseNotes.number(start), PhaseNotes.number(q)));
    }

    /// C(c) with the way of two samples from layer to layer.
    public static PlaneView correlation(PhaseAnswer answer) {
        if (!(answer.point() instanceof PhasePoint.At(var limit, var _, var _))
                || answer.curves().isEmpty()
                || answer.curves().get().correlation().isEmpty()) {
            return none(unit("correlation, layer l"), unit("layer l + 1"), answer);
        }
        PhaseCurves curves = answer.curves().get();
        double c = limit.correlation();
        Range unit = new Range(0, 1);
        return new PlaneView(
                axis("correlation of two inputs, layer l", "c", unit),
                axis("layer l + 1", "next", unit),
                List.of(
                        diagonal(1),
                        new PlaneCurve(
                                "", stairs(curves.correlations()), WAY, PlaneCurve.Kind.THIN),
                        curve(curves.correlation())),
                List.of(
                        ring(
                                c,
                                c,
                                "c* = %s, slope %s"
                                        .formatted(
                                                PhaseNotes.number(c),
                                                PhaseNotes.number(limit.correlationSlope())),
                                List.of("χ₁ = " + PhaseNotes.number(limit.chi())))),
                "",
                "Correlation map: two samples end at correlation " + PhaseNotes.number(c));
    }

    /// The depth scales over σ_w² at the point's σ_b², with the depth.
    public static PlaneView depth(PhaseAnswer answer) {
        GridAxis weights = answer.settings().weights();
        Range across = new Range(weights.low(), weights.high());
        if (!(answer.point() instanceof PhasePoint.At(var limit, var _, var critical))
                || answer.curves().isEmpty()) {
            return none(axis("σ_w²", "σ_w²", across), LAYERS, answer);
        }
        List<PhaseCurves.Scale> scales = answer.curves().get().scales();
        int depth = answer.experiment().depth();
        List<PlaneCurve> curves = new ArrayList<>();
        curves.add(
                new PlaneCurve(
                        "6 ξ: trainable below",
                        scales.stream()
                                .map(each ->
                                        point(
                                                each.weightVariance(),
                                                PhaseQuantity.TRAINABLE
                                                        * beyond(each.correlation())))
                                .toList(),
                        GOAL,
                        PlaneCurve.Kind.BOUND));
        curves.add(
                new PlaneCurve(
                        "ξ length",
                        scales.stream()
                                .map(each -> point(each.weightVariance(), beyond(each.length())))
                                .toList(),
                        LENGTH,
                        PlaneCurve.Kind.THIN));
        curves.add(
                new PlaneCurve(
                        "ξ correlation",
                        scales.stream()
                                .map(each ->
                                        point(each.weightVariance(), beyond(each.correlation())))
                                .toList(),
                        EXPECTED,
                        PlaneCurve.Kind.MAIN));
        curves.add(
                new PlaneCurve(
                        "depth now: " + depth,
                        List.of(point(weights.low(), depth), point(weights.high(), depth)),
                        LIVE,
                        PlaneCurve.Kind.GUIDE));
        curves.add(
                new PlaneCurve(
                        "",
                        List.of(
                                point(limit.weightVariance(), 1),
                                point(limit.weightVariance(), DEEPEST)),
                        LIVE,
                        PlaneCurve.Kind.DOTTED));
        List<MapMark> marks = new ArrayList<>();
        if (limit.correlationScale() >= 1) {
            double xi = limit.correlationScale();
            marks.add(
                    ring(
                            limit.weightVariance(),
                            Math.min(xi, DEEPEST),
                            "ξ = " + PhaseNotes.number(Math.rint(xi * 100) / 100),
                            List.of("6 ξ = " + PhaseNotes.number(6 * xi))));
        }
        return new PlaneView(
                new PlaneAxis(
                        "σ_w² at σ_b² = %s%s"
                                .formatted(
                                        PhaseNotes.number(limit.biasVariance()),
                                        critical.isPresent()
                                                ? " · critical at "
                                                        + PhaseNotes.number(critical.getAsDouble())
                                                : ""),
                        "σ_w²",
                        ValueScale.LINEAR,
                        across),
                LAYERS,
                curves,
                marks,
                "",
                sentence(limit, depth));
    }

    /// An infinite depth as one far beyond the axis, so that the line leads out of it.
    private static double beyond(double depth) {
        return Double.isInfinite(depth) ? 1e12 : depth;
    }

    private static String sentence(MeanField limit, int depth) {
        return "Depth scales over σ_w²: ξ is %s layers here, the depth is %d"
                .formatted(PhaseNotes.number(limit.correlationScale()), depth);
    }

    /// A frame with the reason why there is no curve, and without a diagonal, which would cross it.
    private static PlaneView none(PlaneAxis x, PlaneAxis y, PhaseAnswer answer) {
        String why =
                answer.point() instanceof PhasePoint.At(var limit, var _, var _)
                        ? limit.variance() == 0
                                ? "the signal vanishes"
                                : "the signal grows without end"
                        : PhaseNotes.sentences(answer).getFirst();
        return new PlaneView(x, y, List.of(), List.of(), why, why);
    }

    private static PlaneAxis unit(String name) {
        return axis(name, "", new Range(0, 1));
    }

    private static PlaneAxis axis(String name, String symbol, Range range) {
        return new PlaneAxis(name, symbol, ValueScale.LINEAR, range);
    }

    private static MapLine.Point point(double x, double y) {
        return new MapLine.Point(x, y);
    }

    private static PlaneCurve diagonal(double end) {
        return new PlaneCurve(
                "",
                List.of(point(0, 0), point(FAR * end, FAR * end)),
                new DataColour.Faint(EXPECTED),
                PlaneCurve.Kind.THIN);
    }

    private static PlaneCurve curve(List<PhaseCurves.Value> values) {
        return new PlaneCurve(
                "",
                values.stream().map(each -> point(each.x(), each.y())).toList(),
                LIVE,
                PlaneCurve.Kind.MAIN);
    }

    /// From each value up to the curve and across to the diagonal.
    private static List<MapLine.Point> stairs(List<Double> values) {
        List<MapLine.Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double x = values.get(i);
            points.add(point(x, i == 0 ? 0 : x));
            if (i + 1 < values.size()) {
                points.add(point(x, values.get(i + 1)));
            }
        }
        return points;
    }

    private static MapMark ring(double x, double y, String name, List<String> lines) {
        return new MapMark(x, y, name, MapMark.Shape.RING, LIVE, lines);
    }
}
