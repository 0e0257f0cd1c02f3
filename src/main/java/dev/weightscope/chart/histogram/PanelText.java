package dev.weightscope.chart.histogram;

import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.function.BiFunction;

/// The forms of what stands above each panel of a grid, from the longest to the shortest.
enum PanelText {
    ALL(LayerNames::title, "μ −0.00  σ 0.888"),
    STD(LayerNames::title, "σ 0.0888"),
    SHORT_STD(LayerNames::title, "σ 0.088"),
    NUMBER_AND_STD(LayerNames::briefTitle, "σ 0.0888"),
    NUMBER_AND_SHORT_STD(LayerNames::briefTitle, "σ 0.088"),
    NUMBERS(LayerNames::briefTitle, "0.088");

    static final double GAP = 8;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
    private final BiFunction<LayerNames, Integer, String> title;

    private final String usual;

    /// @param title of a layer, by its place
    /// @param usual figures: room is kept for them whatever the figures are now, so that titles do
    ///   not change while a slider is dragged
    PanelText(BiFunction<LayerNames, Integer, String> title, String usual) {
        this.title = title;
        this.usual = usual;
    }

    /// @param title the width of the title with what stands behind it
    /// @param width of a panel
    boolean hasRoom(TensorStatistics statistics, double title, double width, TextMeasure measure) {
        List<String> texts = texts(statistics);
        double figures =
                Math.max(
                        texts.isEmpty() ? 0 : measure.textWidth(texts.getFirst(), TextStyle.TICK),
                        measure.textWidth(usual, TextStyle.TICK));
        return title + GAP + figures <= width;
    }

    /// @param layer its place
    String title(LayerNames names, int layer) {
        return title.apply(names, layer);
    }

    /// Mean and std in this form, then shorter; none of a tensor that has no values to speak of.
    List<String> texts(TensorStatistics statistics) {
        if (Content.of(statistics) != Content.VALUES) {
            return List.of();
        }
        double std = statistics.std();
        String text =
                switch (this) {
                    case ALL ->
                            (Double.isNaN(statistics.mean())
                                            ? ""
                                            : "μ " + NumberText.mean(statistics.mean(), std) + "  ")
                                    + "σ "
                                    + NumberText.steady(std);
                    case STD, NUMBER_AND_STD -> "σ " + NumberText.steady(std);
                    case SHORT_STD, NUMBER_AND_SHORT_STD -> "σ " + NumberText.steady(std, 2);
                    case NUMBERS -> NumberText.steady(std, 2);
                };
        return List.of(text, NumberText.steady(std, 2), NumberText.steady(std, 1));
    }
}
