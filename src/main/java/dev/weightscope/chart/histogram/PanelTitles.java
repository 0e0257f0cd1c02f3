package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Optional;

/// What stands above the panels of a grid.
///
/// @param form the same on all of them
/// @param inside what is said of a layer inside of a branch; empty for nothing
/// @param layers whether the layers have their names
record PanelTitles(PanelText form, String inside, Layers layers) {
    private static final List<String> REMARKS = List.of("  " + LayerNames.INSIDE, " inside", "");
    private static final double BASELINE = 13;

    /// Which panels say what layer they are of.
    enum Layers {
        NAMED,
        /// They stand below those that are.
        UNNAMED
    }

    /// The most that has room on every panel; first that layers inside of branches are named so.
    ///
    /// @param views that have the same form, of the same layers
    /// @param layers that have a panel, by their places
    /// @param width of a panel
    static PanelTitles fitting(
            List<HistogramView> views,
            Layers naming,
            List<Integer> layers,
            double width,
            TextMeasure measure) {
        for (String remark : REMARKS) {
            for (PanelText form : PanelText.values()) {
                PanelTitles titles = new PanelTitles(form, remark, naming);
                if (views.stream()
                        .allMatch(view ->
                                layers.stream()
                                        .allMatch(layer ->
                                                titles.haveRoom(view, layer, width, measure)))) {
                    return titles;
                }
            }
        }
        return new PanelTitles(PanelText.NUMBERS, "", naming);
    }

    private boolean haveRoom(HistogramView view, int layer, double width, TextMeasure measure) {
        double title =
                measure.textWidth(title(view, layer), TextStyle.TITLE)
                        + measure.textWidth(remark(view, layer), TextStyle.TICK);
        return form.hasRoom(view.statistics(layer), title, width, measure);
    }

    private String title(HistogramView view, int layer) {
        return switch (layers) {
            case NAMED -> form.title(view.names(), layer);
            case UNNAMED -> "";
        };
    }

    private String remark(HistogramView view, int layer) {
        return layers == Layers.NAMED && view.names().isInside(layer) ? inside : "";
    }

    PlacedText title(HistogramView view, int layer, Box box, TextMeasure measure) {
        return PlacedText.of(
                measure,
                title(view, layer),
                box.x(),
                box.y() + BASELINE,
                TextStyle.TITLE,
                Anchor.START);
    }

    /// Behind the title; empty where there is nothing to say.
    Optional<PlacedText> remark(
            HistogramView view, int layer, PlacedText title, TextMeasure measure) {
        String text = remark(view, layer);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        PlacedText.of(
                                measure,
                                text,
                                title.x() + title.width(),
                                title.baseline(),
                                TextStyle.TICK,
                                Anchor.START));
    }

    /// Mean and std; none of a tensor that has no values to speak of, or where not even the
    /// shortest form has room.
    ///
    /// @param taken of the width by title and remark
    Optional<PlacedText> figures(
            TensorStatistics statistics, Box box, double taken, TextMeasure measure) {
        return form.texts(statistics).stream()
                .map(text ->
                        PlacedText.of(
                                measure,
                                text,
                                box.right(),
                                box.y() + BASELINE,
                                TextStyle.TICK,
                                Anchor.END))
                .filter(text -> taken + PanelText.GAP / 2 + text.width() <= box.width())
                .findFirst();
    }
}
