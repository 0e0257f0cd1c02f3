package dev.weightscope.signal;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Spread;
import java.util.Arrays;
import java.util.List;

/// What an exported picture shows, as it is where nobody has chosen anything.
public enum FigureContent implements Keyed {
    HISTOGRAMS("histograms", "Histograms of activations", Needs.NOTHING),
    GRADIENTS("gradients", "Histograms of gradients", Needs.GRADIENTS),
    DEPTH("depth", "Std by depth", Needs.NOTHING),
    GRADIENT_DEPTH("gradient-depth", "Std of gradients by depth", Needs.GRADIENTS),
    /// The bands of theory are those of the RMS.
    RMS("rms", "RMS by depth", Needs.THEORY),
    GRADIENT_RMS("gradient-rms", "RMS of gradients by depth", Needs.GRADIENTS_AND_THEORY),
    COMPARE("compare", "Compared", Needs.SEVERAL),
    GRADIENT_COMPARE("gradient-compare", "Compared gradients", Needs.SEVERAL_GRADIENTS),
    ALL("all", "Histograms and curves by depth", Needs.NOTHING);

    /// What answers have to hold for the picture to say anything, and something of its own.
    private enum Needs {
        NOTHING,
        GRADIENTS,
        THEORY,
        GRADIENTS_AND_THEORY,
        SEVERAL,
        SEVERAL_GRADIENTS;

        boolean areIn(List<Series<SignalAnswer>> answers) {
            SignalAnswer live = answers.getFirst().values();
            boolean hasGradients = live.snapshot().hasGradients();
            boolean hasTheory = live.curves().isPresent();
            boolean areSeveral = answers.size() > 1;
            return switch (this) {
                case NOTHING -> true;
                case GRADIENTS -> hasGradients;
                case THEORY -> hasTheory;
                case GRADIENTS_AND_THEORY -> hasGradients && hasTheory;
                case SEVERAL -> areSeveral;
                case SEVERAL_GRADIENTS -> areSeveral && hasGradients;
            };
        }
    }

    private final String key;
    private final String label;
    private final Needs needs;

    FigureContent(String key, String label, Needs needs) {
        this.key = key;
        this.label = label;
        this.needs = needs;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// All that say something of answers.
    ///
    /// @param answers the live setting's first
    public static List<FigureContent> of(List<Series<SignalAnswer>> answers) {
        return Arrays.stream(values()).filter(each -> each.needs.areIn(answers)).toList();
    }

    /// @throws Refusal if it would show nothing
    public void requireGradients(SignalSettings settings) {
        boolean needsThem =
                switch (needs) {
                    case GRADIENTS, GRADIENTS_AND_THEORY, SEVERAL_GRADIENTS -> true;
                    case NOTHING, THEORY, SEVERAL -> false;
                };
        if (needsThem && !settings.backward()) {
            throw new Refusal("%s shows gradients; give --backward too".formatted(key));
        }
    }

    /// The charts with their headings.
    ///
    /// @param answers the live setting's first
    public List<Figure.Part> parts(List<Series<SignalAnswer>> answers) {
        return switch (this) {
            case HISTOGRAMS -> List.of(histograms(answers, Quantity.ACTIVATION));
            case GRADIENTS -> List.of(histograms(answers, Quantity.PRE_ACTIVATION_GRADIENT));
            case DEPTH -> List.of(curves(answers, Direction.FORWARD, Spread.STD));
            case GRADIENT_DEPTH -> List.of(curves(answers, Direction.BACKWARD, Spread.STD));
            case RMS -> List.of(curves(answers, Direction.FORWARD, Spread.RMS));
            case GRADIENT_RMS -> List.of(curves(answers, Direction.BACKWARD, Spread.RMS));
            case COMPARE -> List.of(compare(answers, Quantity.ACTIVATION));
            case GRADIENT_COMPARE -> List.of(compare(answers, Quantity.PRE_ACTIVATION_GRADIENT));
            case ALL -> all(answers);
        };
    }

    private static List<Figure.Part> all(List<Series<SignalAnswer>> answers) {
        if (!Needs.GRADIENTS.areIn(answers)) {
            return List.of(
                    histograms(answers, Quantity.ACTIVATION),
                    curves(answers, Direction.FORWARD, Spread.STD));
        }
        return List.of(
                histograms(answers, Quantity.ACTIVATION),
                histograms(answers, Quantity.PRE_ACTIVATION_GRADIENT),
                SignalParts.bothWays(answers, Spread.STD));
    }

    private static Figure.Part histograms(List<Series<SignalAnswer>> answers, Quantity quantity) {
        return SignalParts.histograms(
                HistogramView.of(answers.getFirst().values().snapshot(), quantity, Scale.LINEAR),
                HistogramLayout.GRID);
    }

    private static Figure.Part curves(
            List<Series<SignalAnswer>> answers, Direction direction, Spread spread) {
        return SignalParts.depth(DepthCurves.of(answers, direction, spread));
    }

    private static Figure.Part compare(List<Series<SignalAnswer>> answers, Quantity quantity) {
        return SignalParts.compare(SignalParts.rows(answers, quantity, Scale.LINEAR, Axis.COMMON));
    }
}
