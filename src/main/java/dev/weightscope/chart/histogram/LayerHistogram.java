package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One layer's histogram, large and on its own axis.
public record LayerHistogram(HistogramView view, int layer) implements Chart {
    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box box = area.inset(HistogramGrid.TITLE_HEIGHT, 6, ValueAxis.HEIGHT, 6);
        Range range = view.range(layer);
        HistogramPlot plot = HistogramPlot.of(view, layer, range, box);
        PlacedText title =
                PlacedText.of(
                        measure,
                        view.quantity().label(),
                        box.x(),
                        area.y() + 13,
                        TextStyle.TITLE,
                        Anchor.START);
        return new Layout(
                view.depth(),
                new HistogramGrid.Panel(
                        area,
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        plot,
                        ValueAxis.under(box, range, measure)));
    }

    @Override
    public String description() {
        return "Histogram of layer %d's %s"
                .formatted(layer, view.quantity().label().toLowerCase(Locale.ROOT));
    }

    /// Where the bars lie.
    ///
    /// @param depth of the whole network, for the colour
    public record Layout(int depth, HistogramGrid.Panel panel) implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            panel.paint(surface, palette, palette.layer(panel.plot().layer(), depth));
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return panel.hit(x, y);
        }

        @Override
        public List<Hit> stops() {
            return List.of(panel.plot().whole(panel.plot().box()));
        }
    }
}
