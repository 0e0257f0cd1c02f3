package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Curves of one number over another, each with its name where it ends.
public record PlaneChart(PlaneView view) implements Chart {
    private static final double ROW = 13;
    private static final double GAP = 12;

    /// Names have at most this share of the width.
    private static final double NAMES = 0.3;

    @Override
    public Axes axes() {
        return Axes.of(List.of(view.x().range().toSpan(), view.y().range().toSpan()));
    }

    @Override
    public PlaneChart on(Axes held) {
        return new PlaneChart(view.withAxes(within(view.x(), held, 0), within(view.y(), held, 1)));
    }

    private static PlaneAxis within(PlaneAxis axis, Axes held, int index) {
        return held.own().size() > index
                ? axis.withRange(axis.range().union(Range.of(held.own().get(index))))
                : axis;
    }

    @Override
    public PlaneLayout layout(Box area, TextMeasure measure) {
        double names = 0;
        for (PlaneCurve curve : view.curves()) {
            if (!curve.name().isEmpty()) {
                names = Math.max(names, GAP + 4 + measure.textWidth(curve.name(), style(curve)));
            }
        }
        names = Math.min(names, NAMES * area.width());
        Frame frame = Frame.of(view.x(), view.y(), area, Frame.Margins.right(names), measure);
        return new PlaneLayout(view, frame, places(frame, measure), ends(frame, measure));
    }

    private static TextStyle style(PlaneCurve curve) {
        return curve.kind() == PlaneCurve.Kind.GUIDE ? TextStyle.TITLE : TextStyle.LABEL;
    }

    /// The points with their names, which lie over no curve where there is room.
    private List<MapPlace> places(Frame frame, TextMeasure measure) {
        List<MapPlace> bare =
                view.marks().stream()
                        .filter(mark -> frame.x().holds(mark.x()) && frame.y().holds(mark.y()))
                        .map(mark -> MapPlace.in(mark, frame))
                        .toList();
        List<Box> curves =
                view.curves().stream()
                        .flatMap(curve -> PlaneLine.boxes(frame, curve.points()).stream())
                        .toList();
        return MapPlace.beside(bare, frame, new Labels(curves), measure);
    }

    /// Names beside the plot, apart from each other.
    private List<PlaneLayout.End> ends(Frame frame, TextMeasure measure) {
        List<PlaneLayout.End> ends = new ArrayList<>();
        for (PlaneCurve curve : view.curves()) {
            Optional<MapLine.Point> last =
                    curve.points().reversed().stream()
                            .filter(each -> !Double.isNaN(frame.y(each.y())))
                            .findFirst();
            if (!curve.name().isEmpty() && last.isPresent()) {
                Box plot = frame.plot();
                double y = Math.clamp(frame.y(last.get().y()), plot.y(), plot.bottom());
                ends.add(
                        new PlaneLayout.End(
                                curve,
                                y,
                                PlacedText.of(
                                        measure,
                                        curve.name(),
                                        plot.right() + GAP,
                                        y + 4,
                                        style(curve),
                                        Anchor.START)));
            }
        }
        ends.sort(Comparator.comparingDouble(PlaneLayout.End::y));
        return spaced(ends, frame.plot());
    }

    private static List<PlaneLayout.End> spaced(List<PlaneLayout.End> ends, Box plot) {
        List<PlaneLayout.End> spaced = new ArrayList<>();
        double least = plot.y();
        for (int i = 0; i < ends.size(); i++) {
            double most = plot.bottom() + 4 - (ends.size() - 1 - i) * ROW;
            double baseline = Math.max(Math.min(ends.get(i).name().baseline(), most), least);
            spaced.add(ends.get(i).at(baseline));
            least = baseline + ROW;
        }
        return spaced;
    }

    @Override
    public String description() {
        return view.description();
    }
}
