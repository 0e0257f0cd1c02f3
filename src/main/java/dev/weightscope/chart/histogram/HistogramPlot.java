package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/// The bars of one histogram in a box, with badges for what bars cannot show.
///
/// @param name what it is of, for the pointer: `Layer 3`
/// @param gap between two bars
/// @param box the baseline is its lower edge
record HistogramPlot(
        String name,
        int layer,
        Quantity quantity,
        TensorStatistics statistics,
        Scale counts,
        Range range,
        double gap,
        Box box) {
    private static final double HEADROOM = 2;

    private static final String ALL_ZERO = "all zero";

    /// Between the bar of a layer that is all zero and the words.
    private static final double BESIDE_ZERO = 6;

    /// A plot narrower than this has room for small text only.
    private static final double NARROW = 110;

    /// From this width of a bin on there is a gap between bars.
    private static final double GAP_FROM = 4.5;

    /// A layer's histogram in a view.
    ///
    /// @param place of the layer, counted from 1
    /// @param range the values between the left and the right edge of the box
    static HistogramPlot of(HistogramView view, int place, Range range, Box box) {
        return new HistogramPlot(
                view.names().name(place),
                view.names().number(place),
                view.quantity(),
                view.statistics(place),
                view.counts(),
                range,
                gap(view.narrowestBin(place, range) * box.width()),
                box);
    }

    /// Between bars of which the narrowest has so many pixels: plots that stand together have the
    /// same.
    static double gap(double binPixels) {
        return binPixels >= GAP_FROM ? 1 : 0;
    }

    void paint(Surface surface, Palette palette, Ink ink) {
        double baseline = Math.round(box.bottom()) - 0.5;
        surface.line(box.x(), baseline, box.right(), baseline, Stroke.solid(palette.axis(), 1));
        switch (Content.of(statistics)) {
            case VALUES -> {
                bars().forEach(bar -> surface.fill(bar, ink));
                cutBar().ifPresent(bar -> {
                    CutMark.paint(surface, palette, bar);
                    CutMark.badge(surface, palette, statistics.zeroShare(), bar, box);
                });
                badges(surface, palette);
            }
            case ALL_ZERO -> allZero(surface, palette, ink);
            case NOT_FINITE -> allNotFinite(surface, palette);
        }
    }

    /// From the left to the right.
    List<Box> bars() {
        Histogram histogram = statistics.histogram();
        CountScale heights = countScale();
        List<Box> bars = new ArrayList<>();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            long count = histogram.count(bin);
            if (count > 0 && range.contains(center(histogram, bin))) {
                bars.add(bar(bin, heights.height(bin, count)));
            }
        }
        return bars;
    }

    CountScale countScale() {
        return CountScale.of(statistics, counts);
    }

    /// The bar that is higher than the box.
    Optional<Box> cutBar() {
        OptionalInt cut = countScale().cut();
        boolean isShown =
                cut.isPresent() && range.contains(center(statistics.histogram(), cut.getAsInt()));
        return isShown ? Optional.of(bar(cut.getAsInt(), 1)) : Optional.empty();
    }

    private Box bar(int bin, double share) {
        Histogram histogram = statistics.histogram();
        double binPixels = histogram.binWidth() / range.span() * box.width();
        double narrowest = binPixels == 0 ? 3 : 1;
        double left = Math.round(x(histogram.edge(bin)));
        double right = Math.round(x(histogram.edge(bin + 1))) - gap;
        double height = Math.max(1, share * (box.height() - HEADROOM));
        double bottom = Math.round(box.bottom());
        return new Box(left, bottom - height, Math.max(right - left, narrowest), height);
    }

    private void allZero(Surface surface, Palette palette, Ink ink) {
        double center = Math.clamp(range.toX(0, box), box.x() + 2, box.right() - 2);
        surface.fill(
                new Box(Math.round(center) - 2, box.y() + HEADROOM, 4, box.height() - HEADROOM),
                ink);
        boolean isLeft = center < box.x() + box.width() * 0.4;
        TextStyle style = box.width() < NARROW ? TextStyle.TICK : TextStyle.LABEL;
        double room = (isLeft ? box.right() - center : center - box.x()) - 2 * BESIDE_ZERO;
        List<String> lines = TextLines.wrap(ALL_ZERO, room, surface, style);
        double top = box.centerY() - lines.size() * style.lineHeight() / 2;
        for (int i = 0; i < lines.size(); i++) {
            surface.text(
                    lines.get(i),
                    isLeft ? center + BESIDE_ZERO : center - BESIDE_ZERO,
                    top + (i + 0.5) * style.lineHeight() + style.baselineShift(),
                    style,
                    isLeft ? Anchor.START : Anchor.END,
                    palette.muted());
        }
    }

    private void allNotFinite(Surface surface, Palette palette) {
        surface.fill(box, palette.danger().withOpacity(0.08));
        String whole = Remarks.allNotFinite(statistics);
        // In a narrow box what they are has to do: `NaN`.
        boolean hasRoom = surface.textWidth(whole, TextStyle.LABEL) <= box.width();
        surface.text(
                hasRoom ? whole : whole.replaceFirst("all values ", ""),
                box.centerX(),
                box.centerY() + TextStyle.LABEL.baselineShift(),
                TextStyle.LABEL,
                Anchor.MIDDLE,
                palette.danger());
    }

    private void badges(Surface surface, Palette palette) {
        double y = box.y() + 1;
        for (String remark : Remarks.notFinite(statistics)) {
            Badge.text(surface, palette, remark, box.right() - 1, y);
            y += Badge.HEIGHT + 2;
        }
        Histogram histogram = statistics.histogram();
        double total = statistics.count();
        long below = histogram.below() + countWhere(center -> center < range.low());
        long above = histogram.above() + countWhere(center -> center > range.high());
        double low = box.bottom() - Badge.HEIGHT - 3;
        if (below > 0) {
            Badge.left(surface, palette, NumberText.percent(below / total), box.x() + 1, low);
        }
        if (above > 0) {
            Badge.right(surface, palette, NumberText.percent(above / total), box.right() - 1, low);
        }
    }

    private long countWhere(DoublePredicate isMeant) {
        Histogram histogram = statistics.histogram();
        return IntStream.range(0, histogram.bins())
                .filter(bin -> isMeant.test(center(histogram, bin)))
                .mapToLong(histogram::count)
                .sum();
    }

    /// A bin counts as inside the axis where its middle is.
    private static double center(Histogram histogram, int bin) {
        return histogram.edge(bin) / 2 + histogram.edge(bin + 1) / 2;
    }

    /// Where a value lies; at the edge of the box where it lies outside.
    private double x(double value) {
        return Math.clamp(range.toX(value, box), box.x(), box.right());
    }

    /// The fullest bin within a pixel of the point; the whole where bars cannot be told.
    Optional<Hit> hit(double x, double y) {
        if (!box.contains(x, y)) {
            return Optional.empty();
        }
        Histogram histogram = statistics.histogram();
        if (Content.of(statistics) != Content.VALUES || histogram.binWidth() == 0) {
            return Optional.of(whole(box));
        }
        int first = binAt(x - 1);
        int last = binAt(x + 1);
        if (last < 0 || first >= histogram.bins()) {
            return Optional.of(whole(box));
        }
        int fullest = Math.clamp(binAt(x), 0, histogram.bins() - 1);
        if (last - first > 2) { // so narrow that several bins share a pixel
            for (int bin = Math.max(first, 0); bin <= Math.min(last, histogram.bins() - 1); bin++) {
                fullest = histogram.count(bin) > histogram.count(fullest) ? bin : fullest;
            }
        }
        return Optional.of(bin(fullest));
    }

    private int binAt(double x) {
        Histogram histogram = statistics.histogram();
        double value = range.at((x - box.x()) / box.width());
        return (int)
                Math.clamp(
                        Math.floor((value - histogram.low()) / histogram.binWidth()),
                        -1,
                        histogram.bins());
    }

    private Hit bin(int bin) {
        Histogram histogram = statistics.histogram();
        double left = x(histogram.edge(bin));
        double right = x(histogram.edge(bin + 1));
        long count = histogram.count(bin);
        String share = NumberText.percent((double) count / statistics.count());
        return Hit.of(
                layer,
                new Box(left, box.y(), Math.max(1, right - left), box.height()),
                List.of(
                        heading(),
                        NumberText.significant(histogram.edge(bin), 4)
                                + " … "
                                + NumberText.significant(histogram.edge(bin + 1), 4),
                        String.format(Locale.ROOT, "%,d values · %s", count, share)));
    }

    /// What there is to say of all values together.
    Hit whole(Box focus) {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        String std = "std " + NumberText.significant(statistics.std(), 4);
        boolean isMeanKnown = !Double.isNaN(statistics.mean()) || !statistics.allFinite();
        lines.add(
                isMeanKnown
                        ? "mean %s · %s"
                                .formatted(NumberText.significant(statistics.mean(), 4), std)
                        : std);
        lines.addAll(Remarks.of(statistics));
        return Hit.of(layer, focus, lines);
    }

    private String heading() {
        return name + " · " + quantity.label().toLowerCase(Locale.ROOT);
    }
}
