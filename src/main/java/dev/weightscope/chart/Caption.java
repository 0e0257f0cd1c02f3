package dev.weightscope.chart;

import java.util.Optional;

/// The line of small text under a chart that says what is not seen.
public record Caption(Optional<PlacedText> text) {
    public static final double HEIGHT = 18;

    /// The longest of the texts that fits into the width at the area's lower edge; none where none
    /// fits.
    public static Caption at(Box area, TextMeasure measure, String... longestFirst) {
        for (String each : longestFirst) {
            PlacedText text =
                    PlacedText.of(
                            measure,
                            each,
                            area.x(),
                            area.bottom() - 4,
                            TextStyle.TICK,
                            Anchor.START);
            if (text.width() <= area.width()) {
                return new Caption(Optional.of(text));
            }
        }
        return none();
    }

    public static Caption none() {
        return new Caption(Optional.empty());
    }

    public void paint(Surface surface, Palette palette) {
        text.ifPresent(placed -> placed.paint(surface, palette.muted()));
    }
}
