package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// What the colours of a map mean, below it, with the note beside; and below that what its discs
/// mean, where it has some.
///
/// @param shares the texts of what the discs mean, beside one
record RampKey(Ramp ramp, Box box, List<PlacedText> texts, List<PlacedText> shares) {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 8;

    /// Above and below the ramp.
    private static final double LOWEST = 10;

    private static final double GAP = 8;
    private static final double ROW = 13;
    private static final double DISC = 3.8;

    /// What the disc shows.
    private static final double EXAMPLE = 0.8;

    private static final int MOST_ROWS = 2;

    RampKey {
        texts = List.copyOf(texts);
        shares = List.copyOf(shares);
    }

    /// Of all of it.
    static double height(MapView view, double width, TextMeasure measure) {
        return LOWEST + HEIGHT + ROW * sharesRows(view, width, measure).size();
    }

    private static List<String> sharesRows(MapView view, double width, TextMeasure measure) {
        return view.sharesNote().isEmpty()
                ? List.of()
                : TextLines.fit(
                        view.sharesNote(),
                        width - 4 * DISC - GAP,
                        MOST_ROWS,
                        measure,
                        TextStyle.TICK);
    }

    static RampKey of(MapView view, Box area, TextMeasure measure) {
        List<String> rows = sharesRows(view, area.width(), measure);
        double baseline = area.bottom() - 3 - ROW * rows.size();
        List<PlacedText> texts = new ArrayList<>();
        PlacedText name = text(measure, view.value(), area.x() + 2, baseline);
        texts.add(name);
        List<String> ends = view.ramp().ends();
        double x = area.x() + 2 + name.width() + GAP;
        if (!ends.isEmpty()) {
            PlacedText low = text(measure, ends.getFirst(), x, baseline);
            texts.add(low);
            x += low.width() + 4;
        }
        Box box = new Box(x, baseline - HEIGHT, WIDTH, HEIGHT);
        x = box.right() + 4;
        if (ends.size() > 1) {
            PlacedText high = text(measure, ends.getLast(), x, baseline);
            texts.add(high);
            x += high.width();
        }
        double room = area.right() - x - 2 * GAP;
        if (!view.note().isEmpty() && room > 0) {
            texts.add(
                    text(
                            measure,
                            TextLines.fit(view.note(), room, 1, measure, TextStyle.TICK).getFirst(),
                            x + 2 * GAP,
                            baseline));
        }
        List<PlacedText> shares = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            shares.add(
                    text(
                            measure,
                            rows.get(row),
                            area.x() + 2 + 4 * DISC,
                            baseline + ROW * (row + 1)));
        }
        return new RampKey(view.ramp(), box, texts, shares);
    }

    private static PlacedText text(TextMeasure measure, String text, double x, double baseline) {
        return PlacedText.of(measure, text, x, baseline, TextStyle.TICK, Anchor.START);
    }

    void paint(Surface surface, Palette palette) {
        texts.forEach(each -> each.paint(surface, palette.muted()));
        int steps = (int) WIDTH;
        int[] pixels = new int[steps];
        for (int i = 0; i < steps; i++) {
            pixels[i] = ramp.ink(i / (steps - 1.0), palette).argb();
        }
        surface.image(pixels, steps, 1, box);
        if (!shares.isEmpty()) {
            PlacedText first = shares.getFirst();
            MarkPaint.paintShare(
                    surface,
                    palette,
                    first.x() - 2.4 * DISC,
                    first.baseline() - DISC,
                    DISC,
                    EXAMPLE);
            shares.forEach(each -> each.paint(surface, palette.muted()));
        }
    }
}
