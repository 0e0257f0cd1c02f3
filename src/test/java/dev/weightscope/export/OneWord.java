package dev.weightscope.export;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.List;
import java.util.Optional;

/// A chart of one word.
record OneWord() implements Chart {
    @Override
    public String description() {
        return "one word";
    }

    @Override
    public ChartLayout layout(Box area, TextMeasure measure) {
        return new ChartLayout() {
            @Override
            public void paint(Surface surface, Palette palette) {
                surface.text("word", area.x(), 9, TextStyle.LABEL, Anchor.START, palette.text());
            }

            @Override
            public List<Hit> stops() {
                return List.of();
            }

            @Override
            public Optional<Hit> hit(double x, double y) {
                return Optional.empty();
            }
        };
    }
}
