package dev.weightscope.chart.tensor;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Where the bars lie.
///
/// @param range between the left and the right edge of the plot
/// @param heights from the foot to the head of the plot
/// @param axisName missing where it has no room beside the title
public record BarLayout(
        BarChart chart,
        Box plot,
        Range range,
        Range heights,
        PlacedText title,
        Optional<PlacedText> axisName,
        List<Tick> ticks,
        ValueAxis axis,
        List<PlacedText> remarks)
        implements ChartLayout {
    private static final double BEHIND = 0.55;
    private static final double CURVE_WIDTH = 1.5;

    /// The outline of narrower bars is thinner.
    private static final double THIN = 2;

    /// From this width on there is a gap between bars.
    private static final double GAP_FROM = 4.5;

    /// Where names of curves stand, in parts of the plot's height from its foot.
    private static final double FIRST_NAME = 0.78;

    private static final double NEXT_NAME = 0.2;

    /// Between a line and its name.
    private static final double BESIDE = 4;

    /// By which a name that would lie over bars is moved up.
    private static final double STEP = 4;

    /// A name reaches so far below its baseline.
    private static final double DESCENT = TextStyle.TICK.size() * 0.2;

    public BarLayout {
        ticks = List.copyOf(ticks);
        remarks = List.copyOf(remarks);
    }

    @Override
    public void paint(Surface surface, Palette palette) {
        title.paint(surface, palette.text());
        axisName.ifPresent(each -> each.paint(surface, palette.muted()));
        paintTicks(surface, palette);
        boolean isCompared = chart.bars().size() > 1;
        for (int i = 0; i < chart.bars().size(); i++) {
            Bars bars = chart.bars().get(i);
            Ink ink = bars.colour().ink(palette);
            if (i == 0) {
                fill(surface, bars, isCompared ? ink.withOpacity(BEHIND) : ink);
            } else {
                outline(surface, bars, ink);
            }
        }
        double foot = Math.round(plot.bottom()) - 0.5;
        surface.line(plot.x(), foot, plot.right(), foot, Stroke.solid(palette.axis(), 1));
        axis.paint(surface, palette, plot.bottom());
        List<Box> taken = new ArrayList<>(remarks.stream().map(PlacedText::box).toList());
        List<PlacedText> names = new ArrayList<>();
        for (BarChart.Mark mark : chart.marks()) {
            paint(surface, palette, mark)
                    .ifPresent(x -> {
                        PlacedText name = name(surface, mark, x, taken);
                        taken.add(name.box());
                        names.add(name);
                    });
        }
        for (int i = 0; i < chart.curves().size(); i++) {
            paint(surface, palette, chart.curves().get(i), FIRST_NAME - i * NEXT_NAME, taken);
        }
        names.forEach(each -> ground(surface, palette, each, palette.muted()));
        remarks.forEach(each -> ground(surface, palette, each, palette.text()));
    }

    private void paintTicks(Surface surface, Palette palette) {
        for (Tick tick : ticks) {
            double y = Math.round(y(tick.value())) - 0.5;
            surface.line(plot.x(), y, plot.right(), y, Stroke.solid(palette.grid(), 1));
            surface.text(
                    tick.label(),
                    plot.x() - 6,
                    y + TextStyle.TICK.baselineShift(),
                    TextStyle.TICK,
                    Anchor.END,
                    palette.muted());
        }
    }

    private void fill(Surface surface, Bars bars, Ink ink) {
        double width = (x(bars.edge(bars.size())) - x(bars.edge(0))) / bars.size();
        double gap = width >= GAP_FROM ? 1 : 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            double height = bars.height(bar);
            if (height > 0) {
                double left = Math.round(x(bars.edge(bar)));
                double right = Math.round(x(bars.edge(bar + 1))) - gap;
                double top = Math.min(y(height), plot.bottom() - 1);
                surface.fill(
                        new Box(left, top, Math.max(1, right - left), plot.bottom() - top), ink);
            }
        }
    }

    private void outline(Surface surface, Bars bars, Ink ink) {
        double[] xs = new double[2 * bars.size() + 2];
        double[] ys = new double[xs.length];
        xs[0] = x(bars.edge(0));
        ys[0] = plot.bottom();
        for (int bar = 0; bar < bars.size(); bar++) {
            double y = y(Double.isNaN(bars.height(bar)) ? 0 : bars.height(bar));
            xs[2 * bar + 1] = x(bars.edge(bar));
            xs[2 * bar + 2] = x(bars.edge(bar + 1));
            ys[2 * bar + 1] = y;
            ys[2 * bar + 2] = y;
        }
        xs[xs.length - 1] = x(bars.edge(bars.size()));
        ys[xs.length - 1] = plot.bottom();
        double barWidth = (xs[xs.length - 1] - xs[0]) / bars.size();
        surface.polyline(xs, ys, xs.length, Stroke.solid(ink, barWidth < THIN ? 1 : CURVE_WIDTH));
    }

    /// @return where its line is, if it is on the plot
    private Optional<Double> paint(Surface surface, Palette palette, BarChart.Mark mark) {
        double x = Math.floor(x(mark.x())) + 0.5;
        if (x < plot.x() || x > plot.right()) {
            return Optional.empty();
        }
        surface.line(x, plot.y(), x, plot.bottom(), Stroke.dotted(palette.muted(), 1));
        return Optional.of(x);
    }

    /// Beside its line: right of it, or left of it where there is no room; over no curve where that
    /// can be.
    private PlacedText name(Surface surface, BarChart.Mark mark, double x, List<Box> taken) {
        double width = surface.textWidth(mark.name(), TextStyle.TICK);
        double right = x + BESIDE;
        double left = right + width <= plot.right() ? right : x - BESIDE - width;
        double baseline = plot.bottom() - 8;
        List<Box> all = new ArrayList<>(taken);
        chart.curves().forEach(each -> all.addAll(points(each)));
        return free(surface, mark.name(), baseline, _ -> left, all)
                .or(() -> free(surface, mark.name(), baseline, _ -> left, taken))
                .orElseGet(() -> name(surface, mark.name(), left, baseline));
    }

    private List<Box> points(BarChart.Line line) {
        return IntStream.range(0, line.xs().size())
                .mapToObj(i -> new Box(x(line.xs().get(i)) - 1, y(line.ys().get(i)) - 1, 2, 2))
                .toList();
    }

    /// @param share of the plot's height at which its name stands, right of it and of the bars
    /// @param taken by texts; the name's box is added
    private void paint(
            Surface surface, Palette palette, BarChart.Line line, double share, List<Box> taken) {
        int count = line.xs().size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        double top = plot.bottom();
        for (int i = 0; i < count; i++) {
            xs[i] = Math.clamp(x(line.xs().get(i)), plot.x(), plot.right());
            ys[i] = y(line.ys().get(i));
            top = Math.min(top, ys[i]);
        }
        // Where it falls below that height, or at its head.
        double named = Math.max(top, plot.y() + (1 - share) * plot.height());
        Ink ink = line.colour().ink(palette);
        int first = 0;
        while (first < count - 1 && line.ys().get(first + 1) == 0) {
            first++;
        }
        int end = count;
        while (end > first + 2 && line.ys().get(end - 2) == 0) {
            end--;
        }
        surface.polyline(
                Arrays.copyOfRange(xs, first, end),
                Arrays.copyOfRange(ys, first, end),
                end - first,
                new Stroke(ink, CURVE_WIDTH, line.pattern()));
        if (!line.name().isEmpty()) {
            double head = top;
            double baseline = named + 4;
            DoubleUnaryOperator left =
                    y -> Math.max(right(xs, ys, Math.max(head, y - 4)), barsRight(y + DESCENT)) + 6;
            PlacedText name =
                    free(surface, line.name(), baseline, left, taken)
                            .orElseGet(() ->
                                    name(
                                            surface,
                                            line.name(),
                                            left.applyAsDouble(baseline),
                                            baseline));
            taken.add(name.box());
            ground(surface, palette, name, ink);
        }
    }

    /// A name at some height, or as far above it as it takes to lie over no bar and nothing else;
    /// empty where there is no such place.
    ///
    /// @param left where it begins, by the height of its baseline
    private Optional<PlacedText> free(
            Surface surface,
            String text,
            double baseline,
            DoubleUnaryOperator left,
            List<Box> taken) {
        double highest = plot.y() + TextStyle.TICK.lineHeight();
        for (double step = 0; baseline - step > highest - STEP; step += STEP) {
            double y = Math.max(highest, baseline - step);
            PlacedText name = name(surface, text, left.applyAsDouble(y), y);
            Box box = name.box();
            if (box.x() >= barsRight(box.bottom(), box.x(), box.right())
                    && taken.stream().noneMatch(box::overlaps)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private PlacedText name(Surface surface, String text, double x, double baseline) {
        return PlacedText.of(surface, text, x, baseline, TextStyle.TICK, Anchor.START)
                .within(plot.x(), plot.right());
    }

    /// How far to the right a curve is at some height or above it.
    private double right(double[] xs, double[] ys, double y) {
        double right = plot.x();
        for (int i = 0; i < xs.length; i++) {
            right = ys[i] <= y ? Math.max(right, xs[i]) : right;
        }
        return right;
    }

    private double barsRight(double y) {
        return barsRight(y, plot.x(), plot.right());
    }

    /// Where the last bar between two places ends that reaches some height; the left of them if
    /// none does.
    private double barsRight(double y, double from, double to) {
        double right = from;
        for (Bars bars : chart.bars()) {
            for (int bar = 0; bar < bars.size(); bar++) {
                double end = x(bars.edge(bar + 1));
                boolean reaches = bars.height(bar) > 0 && y(bars.height(bar)) < y;
                if (reaches && end > right && x(bars.edge(bar)) < to) {
                    right = end;
                }
            }
        }
        return right;
    }

    /// A text over bars, on a little of the background.
    private static void ground(Surface surface, Palette palette, PlacedText text, Ink ink) {
        Box box = text.box();
        surface.fill(
                new Box(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4),
                palette.background().withOpacity(0.8));
        text.paint(surface, ink);
    }

    private double x(double value) {
        return range.toX(value, plot);
    }

    private double y(double height) {
        return Math.max(plot.y(), plot.bottom() - heights.share(height) * plot.height());
    }

    @Override
    public Optional<Hit> hit(double x, double y) {
        Bars bars = chart.bars().getFirst();
        if (!plot.contains(x, y)) {
            return Optional.empty();
        }
        double value = range.at((x - plot.x()) / plot.width());
        double share = (value - bars.edge(0)) / (bars.edge(bars.size()) - bars.edge(0));
        int bar = (int) Math.floor(share * bars.size());
        return bar < 0 || bar >= bars.size() ? Optional.empty() : Optional.of(hit(bar));
    }

    private Hit hit(int bar) {
        Bars bars = chart.bars().getFirst();
        double left = x(bars.edge(bar));
        double right = x(bars.edge(bar + 1));
        List<String> lines = new ArrayList<>(bars.lines(bar));
        for (Bars other : chart.bars().subList(1, chart.bars().size())) {
            if (bar < other.size()) {
                lines.add(other.name() + ": " + other.lines(bar).getLast());
            }
        }
        return Hit.of(
                bar + 1, new Box(left, plot.y(), Math.max(1, right - left), plot.height()), lines);
    }

    /// Each bar that is there.
    @Override
    public List<Hit> stops() {
        Bars bars = chart.bars().getFirst();
        return IntStream.range(0, bars.size())
                .filter(bar -> bars.height(bar) > 0)
                .mapToObj(this::hit)
                .toList();
    }
}
