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

/// What the colours of a map mean, below it, with the note beside.
record RampKey(Ramp ramp, Box box, List<PlacedText> texts) {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 8;
    private static final double GAP = 8;

    RampKey {
        texts = List.copyOf(texts);
    }

    static RampKey of(MapView view, Box area, TextMeasure measure) {
        double baseline = area.bottom() - 3;
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
        return new RampKey(view.ramp(), box, texts);
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
    }
}
