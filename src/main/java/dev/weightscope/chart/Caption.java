package dev.weightscope.chart;

import java.util.Optional;

/// The line of small text under a chart that says what is not seen.
record Caption(Optional<PlacedText> text) {
    static final double HEIGHT = 18;

    /// The longest of the texts that fits into the width at the area's lower edge; none where none
    /// fits.
    static Caption at(Box area, TextMeasure measure, String... longestFirst) {
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

    static Caption none() {
        return new Caption(Optional.empty());
    }

    void paint(Surface surface, Palette palette) {
        text.ifPresent(placed -> placed.paint(surface, palette.muted()));
    }
}
