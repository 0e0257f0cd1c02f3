package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What lies behind a curve: where draws are predicted to lie, and where they lie.
///
/// The predicted band of the live series alone is drawn, since the bands of nine cannot be told
/// apart; pointing tells those of the others. A measured one is drawn for each. Draws are thin
/// lines where there are few, or where a band behind them says what to hold them against; else they
/// are two bands, from the least to the greatest and between the quartiles.
record Backdrop(Series<Curve> series, DataColour colour, Placement placement) {
    /// From so many draws on quartiles say something.
    static final int MANY = 10;

    private static final double BEHIND_OPACITY = 0.35;
    private static final double BAND_OPACITY = 0.11;
    private static final double EXTREMES_OPACITY = 0.14;
    private static final double QUARTILES_OPACITY = 0.2;

    /// The width of theory's line beside that of the curve.
    private static final double THEORY_SHARE = 0.6;

    /// The width of a band at a place with none beside it.
    private static final double ALONE = 10;

    static boolean hasBand(Series<Curve> series) {
        return series.values()
                .band()
                .filter(band ->
                        switch (band.source()) {
                            case PREDICTED -> series.role() == Series.Role.LIVE;
                            case MEASURED -> true;
                        })
                .isPresent();
    }

    static boolean hasThinLines(Series<Curve> series) {
        int draws = series.values().draws().size();
        return draws > 1 && (draws < MANY || hasBand(series));
    }

    private static boolean hasBandOfDraws(Series<Curve> series) {
        return series.values().draws().size() > 1 && !hasThinLines(series);
    }

    void paintBands(Surface surface, Palette palette) {
        Ink ink = colour.ink(palette);
        Curve curve = series.values();
        if (hasBand(series)) {
            Curve.Band band = curve.band().orElseThrow();
            area(surface, band.low(), band.high(), ink.withOpacity(BAND_OPACITY));
        }
        if (hasBandOfDraws(series)) {
            List<double[]> sorted =
                    IntStream.range(0, curve.size()).mapToObj(curve::drawsAt).toList();
            int last = curve.draws().size() - 1;
            area(
                    surface,
                    sorted.stream().map(each -> each[0]).toList(),
                    sorted.stream().map(each -> each[last]).toList(),
                    ink.withOpacity(EXTREMES_OPACITY));
            area(
                    surface,
                    sorted.stream().map(each -> quantile(each, 0.25)).toList(),
                    sorted.stream().map(each -> quantile(each, 0.75)).toList(),
                    ink.withOpacity(QUARTILES_OPACITY));
        }
    }

    /// Straight between the two values next to it.
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        return place == below
                ? sorted[below]
                : sorted[below] + (place - below) * (next - sorted[below]);
    }

    /// Between two lines through the places of the curve, in pieces where one of them is not known.
    private void area(Surface surface, List<Double> low, List<Double> high, Ink ink) {
        List<Integer> piece = new ArrayList<>();
        for (int index : series.values().joined()) {
            if (Double.isNaN(low.get(index)) || Double.isNaN(high.get(index))) {
                piece(surface, low, high, piece, ink);
                piece.clear();
            } else {
                piece.add(index);
            }
        }
        piece(surface, low, high, piece, ink);
    }

    private void piece(
            Surface surface, List<Double> low, List<Double> high, List<Integer> places, Ink ink) {
        int count = places.size();
        if (count == 1) {
            int index = places.getFirst();
            double top = placement.yWithin(high.get(index));
            double height = placement.yWithin(low.get(index)) - top;
            surface.fill(
                    new Box(placement.x(index) - ALONE / 2, top, ALONE, Math.max(1, height)), ink);
        }
        if (count < 2) {
            return;
        }
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int there = places.get(i);
            int back = places.get(count - 1 - i);
            xs[i] = placement.x(there);
            ys[i] = placement.yWithin(low.get(there));
            xs[count + i] = placement.x(back);
            ys[count + i] = placement.yWithin(high.get(back));
        }
        surface.polygon(xs, ys, 2 * count, ink);
    }

    /// What a smoothed curve is the mean of, or what was there before.
    void paintBehind(Surface surface, Palette palette) {
        List<Double> behind = series.values().behind();
        if (!behind.isEmpty()) {
            Stroke stroke = Stroke.solid(colour.ink(palette).withOpacity(BEHIND_OPACITY), 1);
            List<Integer> places = IntStream.range(0, behind.size()).boxed().toList();
            Polyline.paint(surface, behind, places, placement, stroke);
        }
    }

    void paintThinLines(Surface surface, Palette palette) {
        if (!hasThinLines(series)) {
            return;
        }
        Stroke stroke = Stroke.solid(colour.ink(palette).withOpacity(0.55), 1);
        for (List<Double> draw : series.values().draws()) {
            Polyline.paint(surface, draw, series.values().joined(), placement, stroke);
        }
    }

    /// Over the measured curves, in dashes of the text's colour on a line of the background's that
    /// is narrower than the curve: where the two agree all three are seen.
    void paintTheory(Surface surface, Palette palette) {
        Curve curve = series.values();
        if (curve.theory().isEmpty()) {
            return;
        }
        double width = Trace.width(series) * THEORY_SHARE;
        Ink ground = palette.background().withOpacity(0.9);
        Ink ink = colour.ink(palette).mix(palette.text(), 0.85);
        for (Stroke stroke : List.of(Stroke.solid(ground, width), Stroke.dashed(ink, width))) {
            Polyline.paint(surface, curve.theory(), curve.joined(), placement, stroke);
        }
        Polyline.paint(
                surface,
                curve.theory(),
                curve.apart(),
                placement,
                Stroke.dashed(ink.withOpacity(0.4), 0.8));
    }
}
