package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Optional;

/// What stands above each panel of a grid: the same on all of them, the most that has room on every
/// one.
enum PanelText {
    ALL("Layer ", "μ −0.00  σ 0.888"),
    STD("Layer ", "σ 0.0888"),
    SHORT_STD("Layer ", "σ 0.088"),
    NUMBER_AND_STD("", "σ 0.0888"),
    NUMBER_AND_SHORT_STD("", "σ 0.088"),
    NUMBERS("", "0.088");

    private static final double GAP = 8;
    private static final double BASELINE = 13;

    private final String before;
    private final String usual;

    /// @param before of the layer's number
    /// @param usual figures: room is kept for them whatever the figures are now, so that titles do
    ///   not change while a slider is dragged
    PanelText(String before, String usual) {
        this.before = before;
        this.usual = usual;
    }

    /// @param layers that have a panel
    /// @param width of a panel
    static PanelText fitting(
            HistogramView view, List<Integer> layers, double width, TextMeasure measure) {
        for (PanelText form : values()) {
            if (layers.stream().allMatch(layer -> form.hasRoom(view, layer, width, measure))) {
                return form;
            }
        }
        return NUMBERS;
    }

    private boolean hasRoom(HistogramView view, int layer, double width, TextMeasure measure) {
        double taken = measure.textWidth(title(layer), TextStyle.TITLE);
        String text = text(view.statistics(layer)).orElse(usual);
        double figures =
                Math.max(
                        measure.textWidth(text, TextStyle.TICK),
                        measure.textWidth(usual, TextStyle.TICK));
        return taken + GAP + figures <= width;
    }

    private String title(int layer) {
        return before + layer;
    }

    PlacedText title(int layer, Box box, TextMeasure measure) {
        return PlacedText.of(
                measure, title(layer), box.x(), box.y() + BASELINE, TextStyle.TITLE, Anchor.START);
    }

    /// Mean and std; none of a tensor that has no values to speak of, or where not even the
    /// shortest form has room.
    Optional<PlacedText> figures(
            TensorStatistics statistics, Box box, double taken, TextMeasure measure) {
        return text(statistics)
                .map(text ->
                        PlacedText.of(
                                measure,
                                text,
                                box.right(),
                                box.y() + BASELINE,
                                TextStyle.TICK,
                                Anchor.END))
                .filter(text -> taken + GAP / 2 + text.width() <= box.width());
    }

    private Optional<String> text(TensorStatistics statistics) {
        if (Content.of(statistics) != Content.VALUES) {
            return Optional.empty();
        }
        double std = statistics.std();
        return Optional.of(
                switch (this) {
                    case ALL ->
                            "μ %s  σ %s"
                                    .formatted(
                                            NumberText.mean(statistics.mean(), std),
                                            NumberText.steady(std));
                    case STD, NUMBER_AND_STD -> "σ " + NumberText.steady(std);
                    case SHORT_STD, NUMBER_AND_SHORT_STD -> "σ " + NumberText.steady(std, 2);
                    case NUMBERS -> NumberText.steady(std, 2);
                });
    }
}
