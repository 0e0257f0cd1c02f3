package dev.weightscope.chart;

import java.util.List;
import java.util.Optional;

/// Where a slider stands on its way.
///
/// @param from what its left end is: `0.5`
/// @param share of the way, 0..1
public record Track(String from, String to, double share) implements Chart {
    private static final double GAP = 10;
    private static final double KNOB = 5;

    public Track {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s is no share of a way".formatted(share));
        }
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        double middle = area.y() + Math.min(area.height(), TextStyle.TICK.lineHeight()) / 2;
        double baseline = middle + TextStyle.TICK.baselineShift();
        PlacedText first =
                PlacedText.of(measure, from, area.x(), baseline, TextStyle.TICK, Anchor.START);
        PlacedText last =
                PlacedText.of(measure, to, area.right(), baseline, TextStyle.TICK, Anchor.END);
        double left = area.x() + first.width() + GAP;
        double right = area.right() - last.width() - GAP;
        return new Layout(first, last, left, left + share * (right - left), right, middle);
    }

    @Override
    public String description() {
        return "from %s to %s".formatted(from, to);
    }

    /// Where it lies.
    ///
    /// @param knob where it stands
    public record Layout(
            PlacedText first, PlacedText last, double left, double knob, double right, double y)
            implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            first.paint(surface, palette.muted());
            last.paint(surface, palette.muted());
            surface.line(left, y, right, y, Stroke.solid(palette.axis(), 2));
            surface.line(left, y, knob, y, Stroke.solid(palette.accent(), 2));
            surface.disc(knob, y, KNOB, palette.accent());
        }

        @Override
        public List<Hit> stops() {
            return List.of();
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return Optional.empty();
        }
    }
}
