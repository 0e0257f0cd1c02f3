package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RowName;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Optional;

/// Where the cells of a [CompareMatrix] lie; a setting with fewer layers leaves cells out.
public record CompareLayout(
        List<RowName> names, List<Column> columns, List<Cell> cells, Caption caption)
        implements ChartLayout {
    public CompareLayout {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    @Override
    public void paint(Surface surface, Palette palette) {
        columns.forEach(column -> column.paint(surface, palette));
        names.forEach(name -> name.paint(surface, palette));
        cells.forEach(cell -> cell.paint(surface, palette));
        caption.paint(surface, palette);
    }

    @Override
    public List<Hit> stops() {
        return cells.stream().map(cell -> cell.plot().whole(cell.plot().box())).toList();
    }

    @Override
    public Optional<Hit> hit(double x, double y) {
        return cells.stream()
                .flatMap(cell -> cell.plot().hit(x, y).stream())
                .findFirst()
                .or(() ->
                        names.stream()
                                .filter(name -> name.box().contains(x, y))
                                .findFirst()
                                .map(RowName::hit));
    }

    /// A layer: its title above, and below the cells the axis that they share.
    record Column(PlacedText title, Box box, Optional<ValueAxis> axis) {
        void paint(Surface surface, Palette palette) {
            title.paint(surface, palette.text());
            axis.ifPresent(each -> each.paint(surface, palette, box.bottom()));
        }
    }

    /// A setting's histogram of a layer.
    record Cell(
            Series<List<TensorStatistics>> setting,
            HistogramPlot plot,
            Optional<PlacedText> std,
            Optional<ValueAxis> axis) {
        void paint(Surface surface, Palette palette) {
            plot.paint(surface, palette, palette.curve(setting.colour()));
            std.ifPresent(text -> text.paint(surface, palette.muted()));
            if (Content.of(plot.statistics()) != Content.NOT_FINITE) {
                axis.ifPresent(each -> each.paint(surface, palette, plot.box().bottom()));
            }
        }
    }
}
