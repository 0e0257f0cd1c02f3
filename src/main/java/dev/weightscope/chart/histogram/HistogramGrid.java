package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Small multiples: a histogram for each layer, or for evenly spaced ones of the stream where not
/// all fit.
public record HistogramGrid(HistogramView view, Shape shape) implements Chart {
    static final double TITLE_HEIGHT = 19;

    /// How panels fill the area.
    public enum Shape {
        /// In rows; below them a line for notes, which is always kept free: a note moves no panel.
        ROWS,
        /// In one row. What is not seen is said beside the chart's heading, by whoever shows it
        /// ([HistogramView#remark]).
        STRIP
    }

    public HistogramGrid(HistogramView view) {
        this(view, Shape.ROWS);
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        return layout(area, List.of(view), PanelTitles.Layers.NAMED, measure);
    }

    /// Strips of several quantities of the same layers below one another: the first names the
    /// layers of all.
    ///
    /// @param areas one for each view, with the same left and right edges
    public static List<Layout> below(
            List<HistogramView> views, List<Box> areas, TextMeasure measure) {
        return IntStream.range(0, views.size())
                .mapToObj(i ->
                        new HistogramGrid(views.get(i), Shape.STRIP)
                                .layout(
                                        areas.get(i),
                                        List.of(views.get(i)),
                                        i == 0
                                                ? PanelTitles.Layers.NAMED
                                                : PanelTitles.Layers.UNNAMED,
                                        measure))
                .toList();
    }

    /// Such strips side by side: what stands above their panels has one form.
    ///
    /// @param areas one for each view, of the same size
    public static List<Layout> beside(
            List<HistogramView> views, List<Box> areas, TextMeasure measure) {
        return IntStream.range(0, views.size())
                .mapToObj(i ->
                        new HistogramGrid(views.get(i), Shape.STRIP)
                                .layout(areas.get(i), views, PanelTitles.Layers.NAMED, measure))
                .toList();
    }

    /// @param alike the views that have titles of the same form as this one
    private Layout layout(
            Box area, List<HistogramView> alike, PanelTitles.Layers naming, TextMeasure measure) {
        PanelGrid ofAll = grid(area, view.depth());
        boolean haveAllRoom = ofAll.boxes().size() >= view.depth();
        // Layers inside of branches, if they are among evenly spaced ones, are so by chance.
        List<Integer> candidates =
                haveAllRoom
                        ? IntStream.rangeClosed(1, view.depth()).boxed().toList()
                        : view.names().streamPlaces();
        PanelGrid grid = haveAllRoom ? ofAll : grid(area, candidates.size());
        List<Integer> layers =
                LayerSelection.evenly(candidates.size(), grid.boxes().size()).stream()
                        .map(index -> candidates.get(index - 1))
                        .toList();
        List<Box> boxes = grid.boxes();
        List<Integer> shown = layers.subList(0, boxes.size());
        PanelTitles titles =
                PanelTitles.fitting(alike, naming, shown, boxes.getFirst().width(), measure);
        List<Panel> placed = panels(boxes, shown, titles, measure);
        return new Layout(
                view.depth(),
                placed,
                switch (shape) {
                    case ROWS -> caption(area, placed.size(), measure);
                    case STRIP -> Caption.none();
                });
    }

    private PanelGrid grid(Box area, int wanted) {
        return switch (shape) {
            case ROWS -> PanelGrid.fit(area.inset(0, 0, Caption.HEIGHT, 0), wanted);
            case STRIP -> PanelGrid.strip(area, wanted);
        };
    }

    private Caption caption(Box area, int panels, TextMeasure measure) {
        String which = view.names().areMixed() ? ", none inside a branch" : "";
        String showing =
                panels < view.depth()
                        ? "Showing %d of %d layers%s.".formatted(panels, view.depth(), which)
                        : "";
        String all = (showing + " " + view.remark().orElse("")).strip();
        return all.isEmpty() ? Caption.none() : Caption.at(area, measure, all, showing);
    }

    private List<Panel> panels(
            List<Box> boxes, List<Integer> shown, PanelTitles text, TextMeasure measure) {
        Range common = view.commonRange();
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            int layer = shown.get(i);
            panels.add(panel(boxes.get(i), layer, view.range(layer, common), text, measure));
        }
        return panels;
    }

    private Panel panel(Box box, int layer, Range range, PanelTitles text, TextMeasure measure) {
        Box plotBox = box.inset(TITLE_HEIGHT, 0, ValueAxis.HEIGHT, 0);
        TensorStatistics statistics = view.statistics(layer);
        HistogramPlot plot = HistogramPlot.of(view, layer, range, plotBox);
        PlacedText title = text.title(view, layer, box, measure);
        Optional<PlacedText> remark = text.remark(view, layer, title, measure);
        double taken = title.width() + remark.map(PlacedText::width).orElse(0.0);
        return new Panel(
                box,
                title,
                remark,
                text.figures(statistics, box, taken, measure),
                plot,
                ValueAxis.under(plotBox, range, measure));
    }

    @Override
    public Axes axes() {
        return view.axes();
    }

    @Override
    public HistogramGrid on(Axes held) {
        return new HistogramGrid(view.on(held), shape);
    }

    @Override
    public String description() {
        TensorStatistics first = view.statistics(1);
        TensorStatistics last = view.statistics(view.depth());
        return "Histograms of %s in %d layers; std %s in the first, %s in the last"
                .formatted(
                        view.quantity().label().toLowerCase(Locale.ROOT),
                        view.depth(),
                        NumberText.significant(first.std(), 3),
                        NumberText.significant(last.std(), 3));
    }

    /// A layer's panel.
    ///
    /// @param remark what kind of layer it is, behind its title
    record Panel(
            Box box,
            PlacedText title,
            Optional<PlacedText> remark,
            Optional<PlacedText> figures,
            HistogramPlot plot,
            ValueAxis axis) {
        void paint(Surface surface, Palette palette, Ink ink) {
            title.paint(surface, palette.text());
            remark.ifPresent(text -> text.paint(surface, palette.muted()));
            figures.ifPresent(text -> text.paint(surface, palette.muted()));
            plot.paint(surface, palette, ink);
            if (Content.of(plot.statistics()) != Content.NOT_FINITE) {
                axis.paint(surface, palette, plot.box().bottom());
            }
        }

        Optional<Hit> hit(double x, double y) {
            return box.contains(x, y)
                    ? plot.hit(x, y).or(() -> Optional.of(plot.whole(box)))
                    : Optional.empty();
        }
    }

    /// Where the panels lie.
    ///
    /// @param depth of the whole network, for the colours
    public record Layout(int depth, List<Panel> panels, Caption caption) implements ChartLayout {
        public Layout {
            panels = List.copyOf(panels);
        }

        /// The layers that are shown, in order.
        public List<Integer> layers() {
            return panels.stream().map(panel -> panel.plot().layer()).toList();
        }

        @Override
        public List<Hit> stops() {
            return panels.stream().map(panel -> panel.plot().whole(panel.box())).toList();
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            for (Panel panel : panels) {
                panel.paint(surface, palette, palette.layer(panel.plot().layer(), depth));
            }
            caption.paint(surface, palette);
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return panels.stream().flatMap(panel -> panel.hit(x, y).stream()).findFirst();
        }
    }
}
