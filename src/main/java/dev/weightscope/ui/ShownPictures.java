package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.file.Exportable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The charts of the centre as pictures to keep.
record ShownPictures(HistogramPanel histograms, DepthPanel depth, ComparePanel compare) {
    /// All that there is, what is on the screen first; empty before the first answer.
    List<Exportable> all(Optional<Snapshot> answer) {
        if (answer.isEmpty()) {
            return List.of();
        }
        String caption = answer.get().caption();
        List<Exportable> pictures = new ArrayList<>();
        both(caption).ifPresent(pictures::add);
        histograms(caption).ifPresent(pictures::add);
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
    Optional<Exportable> focused(Optional<Snapshot> answer) {
        String caption = answer.map(Snapshot::caption).orElse("");
        if (compare.isVisible()) {
            return compare(caption);
        }
        return depth.canvas().isFocused() ? depth(caption) : histograms(caption);
    }

    private Optional<Exportable> both(String caption) {
        return histograms
                .part()
                .flatMap(upper -> depth.part().map(lower -> List.of(upper, lower)))
                .map(parts -> new Figure(parts, caption))
                .map(figure ->
                        Exportable.of(
                                "Both",
                                figure,
                                histograms.getWidth(),
                                histograms.getHeight() + depth.getHeight()));
    }

    private Optional<Exportable> histograms(String caption) {
        return histograms
                .part()
                .map(part -> picture("Histograms", part, caption, histograms.canvas()));
    }

    private Optional<Exportable> depth(String caption) {
        return depth.part().map(part -> picture(part.heading(), part, caption, depth.canvas()));
    }

    private Optional<Exportable> compare(String caption) {
        return compare.part().map(part -> picture("Compared", part, caption, compare.canvas()));
    }

    private static Exportable picture(
            String name, Figure.Part part, String caption, ChartCanvas canvas) {
        return Exportable.of(
                name, new Figure(part, caption), canvas.getWidth(), canvas.getHeight());
    }
}
