package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the cells of a [CompareMatrix] lie; a setting with fewer layers leaves cells out.
public record CompareLayout(
        List<Name> names, List<Column> columns, List<Cell> cells, Caption caption)
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
                                .map(Name::hit));
    }

    /// A row's name beside its colour.
    ///
    /// @param box the row's share of the column of names
    record Name(Series<List<TensorStatistics>> setting, Box box, List<PlacedText> lines) {
        private static final double SWATCH = 14;

        static Name of(Series<List<TensorStatistics>> setting, Box box, TextMeasure measure) {
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
            return new Name(setting, box, placed);
        }

        /// The whole name, which may be cut in the picture.
        Hit hit() {
            return Hit.of(setting.values().size(), box, List.of(setting.label()));
        }

        void paint(Surface surface, Palette palette) {
            PlacedText first = lines.getFirst();
            surface.disc(
                    first.x() - SWATCH + 5,
                    first.baseline() - first.style().baselineShift(),
                    4,
                    palette.curve(setting.colour()));
            lines.forEach(line -> line.paint(surface, palette.text()));
        }
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
