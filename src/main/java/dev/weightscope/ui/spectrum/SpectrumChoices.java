package dev.weightscope.ui.spectrum;

import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/// What is chosen above the charts.
final class SpectrumChoices {
    final ObjectProperty<Upper> upper = new SimpleObjectProperty<>(Upper.MATRIX);
    final ObjectProperty<SpectrumMatrix.Axis> axis =
            new SimpleObjectProperty<>(SpectrumMatrix.Axis.COMMON);
    final ObjectProperty<ByDepth> byDepth = new SimpleObjectProperty<>(ByDepth.SPREAD);
    final ObjectProperty<Matrix> matrix = new SimpleObjectProperty<>(Matrix.START);
    final ObjectProperty<Lower> lower = new SimpleObjectProperty<>(Lower.BY_DEPTH);

    /// What the histograms are of.
    enum Upper {
        MATRIX("Matrix", "All depths, a row for each setting"),
        OVERLAY("Overlay", "One depth, all settings over each other");

        private final String label;
        private final String help;

        Upper(String label, String help) {
            this.label = label;
            this.help = help;
        }
    }

    /// What is drawn by depth.
    enum ByDepth {
        SPREAD("Spread", "Median, four in five values and the largest"),
        CONDITION("Condition", "The largest over the smallest singular value");

        private final String label;
        private final String help;

        /// The key of the lab's view.
        String view() {
            return name().toLowerCase(Locale.ROOT);
        }

        ByDepth(String label, String help) {
            this.label = label;
            this.help = help;
        }
    }

    /// Of which matrix of a layer.
    enum Matrix {
        START("W", "The weights that the network begins with"),
        MOVED("W − W₀", "What training moves of them, as the Training tab trains");

        private final String label;
        private final String help;

        Matrix(String label, String help) {
            this.label = label;
            this.help = help;
        }
    }

    /// What is below where there is room for one chart.
    enum Lower {
        BY_DEPTH("By depth", "Singular values of the Jacobian by depth"),
        LAYER("Layer", "Singular values of one layer's weights"),
        LAYERS("Layers", "The largest and the smallest of each layer's weights");

        private final String label;
        private final String help;

        Lower(String label, String help) {
            this.label = label;
            this.help = help;
        }
    }

    Node uppers() {
        return Segments.of(
                List.of(Upper.values()),
                upper,
                each -> new Segments.Name("spectrum-" + id(each), each.label, each.help));
    }

    Node axes() {
        return Segments.of(
                List.of(SpectrumMatrix.Axis.values()),
                axis,
                each ->
                        switch (each) {
                            case COMMON ->
                                    new Segments.Name(
                                            "spectrum-common", "Common", "One axis for all cells");
                            case OWN ->
                                    new Segments.Name(
                                            "spectrum-own", "Own", "An axis for each cell");
                        });
    }

    Node byDepths() {
        return Segments.of(
                List.of(ByDepth.values()),
                byDepth,
                each -> new Segments.Name("spectrum-" + id(each), each.label, each.help));
    }

    Node matrices() {
        return Segments.of(
                List.of(Matrix.values()),
                matrix,
                each -> new Segments.Name("spectrum-weights-" + id(each), each.label, each.help));
    }

    Node lowers() {
        return Segments.of(
                List.of(Lower.values()),
                lower,
                each -> new Segments.Name("spectrum-lower-" + id(each), each.label, each.help));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Has the choices kept in files.
    void keep(ViewState view) {
        view.keep("spectrum-upper", upper, Upper.class);
        view.keep("spectrum-axis", axis, SpectrumMatrix.Axis.class);
        view.keep("spectrum-by-depth", byDepth, ByDepth.class);
        view.keep("spectrum-lower", lower, Lower.class);
    }
}
