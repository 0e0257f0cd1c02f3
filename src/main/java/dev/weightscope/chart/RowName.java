package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;

/// The name of a row of small plots, beside its colour.
///
/// @param stop that is meant by it, as [Hit#stop]
/// @param box the row's share of the column of names
/// @param lines of the name, at least one
public record RowName(Series<?> setting, int stop, Box box, List<PlacedText> lines) {
    private static final double SWATCH = 14;

    public RowName {
        lines = List.copyOf(lines);
    }

    /// As many lines as there is room for.
    public static RowName of(Series<?> setting, int stop, Box box, TextMeasure measure) {
        TextStyle style =
                switch (setting.role()) {
                    case LIVE -> TextStyle.TITLE;
                    case PINNED -> TextStyle.LABEL;
                };
        double lineHeight = style.lineHeight();
        int most = (int) Math.max(1, box.height() / lineHeight);
        List<String> lines =
                TextLines.fit(setting.label(), box.width() - SWATCH, most, measure, style);
        double top = box.centerY() - lines.size() * lineHeight / 2;
        List<PlacedText> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + (i + 0.5) * lineHeight + style.baselineShift();
            placed.add(
                    PlacedText.of(
                            measure,
                            lines.get(i),
                            box.x() + SWATCH,
                            baseline,
                            style,
                            Anchor.START));
        }
        return new RowName(setting, stop, box, placed);
    }

    /// The whole name, which may be cut in the picture.
    public Hit hit() {
        return Hit.of(stop, box, List.of(setting.label()));
    }

    public void paint(Surface surface, Palette palette) {
        PlacedText first = lines.getFirst();
        surface.disc(
                first.x() - SWATCH + 5,
                first.baseline() - first.style().baselineShift(),
                4,
                palette.curve(setting.colour()));
        lines.forEach(line -> line.paint(surface, palette.text()));
    }
}
