package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A text on the map that is no point's name: a region's, a line's, or a contour's level.
record MapText(PlacedText text, Weight weight) {
    private static final double LINE = 13;
    private static final double INSET = 6;

    /// It names nothing that is taken.
    private static final Box NONE = new Box(0, 0, 0, 0);

    /// How much it is looked at.
    enum Weight {
        STRONG,
        PLAIN,
        FAINT
    }

    /// Those that hide no other text: regions first, then lines, then levels.
    ///
    /// @param right where the area ends
    /// @param labels modified: takes them
    static List<MapText> of(
            MapView view, Frame frame, double right, Labels labels, TextMeasure measure) {
        List<MapText> texts = new ArrayList<>();
        view.regions().forEach(region -> addRegion(region, frame, texts, labels, measure));
        view.shares().stream()
                .filter(share -> frame.x().holds(share.x()) && frame.y().holds(share.y()))
                .forEach(share -> labels.take(disc(share, frame)));
        for (MapLine line : view.lines()) {
            if (!line.name().isEmpty()) {
                beside(line, frame, right, measure)
                        .ifPresentOrElse(
                                texts::add, () -> addLine(line, frame, texts, labels, measure));
            }
        }
        for (double level : view.levels()) {
            addLevel(level, view, frame, texts, labels, measure);
        }
        return texts;
    }

    private static Box disc(MapView.Share share, Frame frame) {
        double reach = MapLayout.SHARE_RADIUS;
        return new Box(
                frame.x(share.x()) - reach, frame.y(share.y()) - reach, 2 * reach, 2 * reach);
    }

    private static void addRegion(
            MapView.Region region,
            Frame frame,
            List<MapText> texts,
            Labels labels,
            TextMeasure measure) {
        Box plot = frame.plot();
        double x = frame.x(region.x());
        double y = Math.max(plot.y() + 16, frame.y(region.y()));
        List<PlacedText> lines = new ArrayList<>();
        lines.add(text(measure, region.name(), x, y, TextStyle.TITLE, plot));
        for (int i = 0; i < region.lines().size(); i++) {
            double baseline = y + (i + 1) * LINE;
            lines.add(text(measure, region.lines().get(i), x, baseline, TextStyle.TICK, plot));
        }
        boolean hasRoom =
                lines.stream().allMatch(each -> each.width() <= plot.width() / 2 - INSET)
                        && lines.getLast().baseline() < plot.bottom();
        if (hasRoom) {
            for (PlacedText line : lines) {
                Weight weight = line.equals(lines.getFirst()) ? Weight.STRONG : Weight.PLAIN;
                texts.add(new MapText(line, weight));
                labels.take(line.box());
            }
        }
    }

    private static PlacedText text(
            TextMeasure measure, String text, double x, double y, TextStyle style, Box plot) {
        return PlacedText.of(measure, text, x, y, style, Anchor.MIDDLE)
                .within(plot.x() + INSET, plot.right() - INSET);
    }

    /// Beside the map, where a level line leaves it; empty for others, and where there is no room.
    private static Optional<MapText> beside(
            MapLine line, Frame frame, double right, TextMeasure measure) {
        if (!line.isLevel()) {
            return Optional.empty();
        }
        MapLine.Point end = line.points().getLast();
        PlacedText name =
                PlacedText.of(
                        measure,
                        line.name(),
                        frame.plot().right() + INSET,
                        frame.y(end.y()) + TextStyle.LABEL.baselineShift(),
                        TextStyle.LABEL,
                        Anchor.START);
        return name.box().right() <= right
                ? Optional.of(new MapText(name, Weight.PLAIN))
                : Optional.empty();
    }

    /// Beside the line, at the first of some places where it hides nothing.
    private static void addLine(
            MapLine line, Frame frame, List<MapText> texts, Labels labels, TextMeasure measure) {
        List<MapLine.Point> seen =
                line.points().stream()
                        .filter(each -> frame.x().holds(each.x()) && frame.y().holds(each.y()))
                        .toList();
        if (seen.isEmpty()) {
            return;
        }
        List<PlacedText> choices = new ArrayList<>();
        for (double share : new double[] {0.7, 0.55, 0.85, 0.4, 0.95, 0.25, 0.63, 0.48, 0.78}) {
            MapLine.Point at = seen.get((int) (share * (seen.size() - 1)));
            for (Anchor anchor : List.of(Anchor.END, Anchor.START)) {
                double x = frame.x(at.x()) + (anchor == Anchor.END ? -8 : 8);
                double y = frame.y(at.y()) + 4;
                choices.add(PlacedText.of(measure, line.name(), x, y, TextStyle.TITLE, anchor));
            }
        }
        add(choices, Weight.STRONG, frame, texts, labels);
    }

    /// Where the contour leaves the map above, or else at the middle of its longest piece.
    private static void addLevel(
            double level,
            MapView view,
            Frame frame,
            List<MapText> texts,
            Labels labels,
            TextMeasure measure) {
        List<Contours.Line> lines = Contours.of(view.cells(), level);
        Optional<Contours.Line> longest =
                lines.stream().max(Comparator.comparingInt(Contours.Line::size));
        if (longest.isEmpty()) {
            return;
        }
        GridPlaces grid = new GridPlaces(view, frame);
        Contours.Line line = longest.get();
        int highest =
                IntStream.range(0, line.size())
                        .reduce((one, other) -> line.rows()[other] > line.rows()[one] ? other : one)
                        .orElseThrow();
        List<PlacedText> choices = new ArrayList<>();
        for (int index : new int[] {highest, line.size() / 2, line.size() / 4}) {
            choices.add(
                    PlacedText.of(
                            measure,
                            view.ramp().scale().text(level, 3),
                            grid.x(line.columns()[index]),
                            Math.max(frame.plot().y() + 12, grid.y(line.rows()[index])),
                            TextStyle.TICK,
                            Anchor.MIDDLE));
        }
        add(choices, Weight.FAINT, frame, texts, labels);
    }

    private static void add(
            List<PlacedText> choices,
            Weight weight,
            Frame frame,
            List<MapText> texts,
            Labels labels) {
        labels.place(choices, frame.plot(), NONE)
                .ifPresent(text -> texts.add(new MapText(text, weight)));
    }
}
