package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RowName;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.List;
import java.util.Optional;

/// Where the cells of a [SpectrumMatrix] lie.
record SpectrumLayout(
        PlacedText heading, List<RowName> names, List<Column> columns, List<SpectrumPlot> plots)
        implements ChartLayout {
    SpectrumLayout {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        plots = List.copyOf(plots);
    }

    /// A depth: its number above, and below the cells the axis that they share.
    record Column(PlacedText title, Box box, Optional<ValueAxis> axis) {}

    @Override
    public void paint(Surface surface, Palette palette) {
        heading.paint(surface, palette.muted());
        for (Column column : columns) {
            column.title().paint(surface, palette.text());
            column.axis().ifPresent(each -> each.paint(surface, palette, column.box().bottom()));
        }
        names.forEach(name -> name.paint(surface, palette));
        plots.forEach(plot -> plot.paint(surface, palette));
    }

    @Override
    public List<Hit> stops() {
        return plots.stream().map(SpectrumPlot::hit).toList();
    }

    @Override
    public Optional<Hit> hit(double x, double y) {
        return plots.stream()
                .filter(plot -> plot.contains(x, y))
                .map(SpectrumPlot::hit)
                .findFirst()
                .or(() ->
                        names.stream()
                                .filter(name -> name.box().contains(x, y))
                                .map(RowName::hit)
                                .findFirst());
    }
}
