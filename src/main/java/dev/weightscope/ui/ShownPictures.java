package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.chart.SignalCharts;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Redraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The charts of the centre as pictures to keep.
record ShownPictures(SignalCharts charts, ComparePanel compare) {
    /// All that there is, what is on the screen first; empty before the first answer.
    ///
    /// @param caption empty before the first answer
    List<Exportable> all(String caption) {
        if (caption.isEmpty()) {
            return List.of();
        }
        List<Exportable> pictures = new ArrayList<>();
        together(caption).ifPresent(pictures::add);
        for (HistogramPanel each : charts.histograms()) {
            histograms(each, caption).ifPresent(pictures::add);
        }
        depth(caption).ifPresent(pictures::add);
        compare(caption)
                .ifPresent(compared -> {
                    if (compare.isVisible()) {
                        pictures.addFirst(compared);
                    } else if (compare.answersProperty().get().size() > 1) {
                        pictures.addLast(compared);
                    }
                });
        return pictures;
    }

    /// The chart with the focus, or else the first that is visible.
    Optional<Exportable> focused(String caption) {
        if (compare.isVisible()) {
            return compare(caption);
        }
        if (charts.depth().canvas().isFocused()) {
            return depth(caption);
        }
        List<HistogramPanel> rows = charts.histograms();
        return histograms(
                rows.stream()
                        .filter(each -> each.canvas().isFocused())
                        .findFirst()
                        .orElse(rows.getFirst()),
                caption);
    }

    private Optional<Exportable> together(String caption) {
        List<Figure.Part> parts = new ArrayList<>();
        charts.histograms().forEach(each -> each.part().ifPresent(parts::add));
        charts.depth().part().ifPresent(parts::add);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Figure figure = new Figure(parts, caption);
        List<Function<SignalAnswer, Figure.Part>> redraws = new ArrayList<>();
        for (HistogramPanel each : charts.histograms()) {
            if (each.part().isPresent()) {
                redraws.add(redraw(each));
            }
        }
        redraws.add(charts.depth().redraw());
        return Optional.of(
                Exportable.of("All charts", figure, charts.getWidth(), charts.getHeight())
                        .redrawnBy(redraw(redraws)));
    }

    private Optional<Exportable> histograms(HistogramPanel panel, String caption) {
        return panel.part()
                .map(part ->
                        picture(panel.name(), part, caption, panel.canvas())
                                .redrawnBy(redraw(List.of(redraw(panel)))));
    }

    private Optional<Exportable> depth(String caption) {
        DepthPanel panel = charts.depth();
        return panel.part()
                .map(part ->
                        picture(panel.name(), part, caption, panel.canvas())
                                .redrawnBy(redraw(List.of(panel.redraw()))));
    }

    private Optional<Exportable> compare(String caption) {
        return compare.part().map(part -> picture("Compared", part, caption, compare.canvas()));
    }

    private static Function<SignalAnswer, Figure.Part> redraw(HistogramPanel panel) {
        Function<Snapshot, Figure.Part> redraw = panel.redraw();
        return answer -> redraw.apply(answer.snapshot());
    }

    /// Empty where there is no answer yet.
    private Optional<Redraw<?, ?>> redraw(List<Function<SignalAnswer, Figure.Part>> parts) {
        return charts.depth().answersProperty().get().stream()
                .filter(each -> each.role() == Series.Role.LIVE)
                .findFirst()
                .map(live ->
                        new Redraw<>(
                                new SignalLab(),
                                live.values().settings(),
                                (_, answer) ->
                                        new Figure(
                                                parts.stream()
                                                        .map(part -> part.apply(answer))
                                                        .toList(),
                                                SignalLab.answered(answer).caption())));
    }

    private static Exportable picture(
            String name, Figure.Part part, String caption, ChartCanvas canvas) {
        return Exportable.of(
                name, new Figure(part, caption), canvas.getWidth(), canvas.getHeight());
    }
}
