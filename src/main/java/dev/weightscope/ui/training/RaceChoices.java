package dev.weightscope.ui.training;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.race.LayersAtStep;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What is chosen above the charts of a race.
final class RaceChoices {
    final ObjectProperty<LossChart.Frame> frame = new SimpleObjectProperty<>(LossChart.Frame.FIT);
    final ObjectProperty<LossChart.Scale> scale = new SimpleObjectProperty<>(LossChart.Scale.LOG);
    final ObjectProperty<Upper> upper = new SimpleObjectProperty<>(Upper.LOSS);
    final ObjectProperty<Lower> lower = new SimpleObjectProperty<>(Lower.HISTOGRAMS);
    final ObjectProperty<Beside> beside = new SimpleObjectProperty<>(Beside.STEP);
    final ObjectProperty<Large> large = new SimpleObjectProperty<>(Large.LOSS);

    /// Whether the layers of all runs are seen side by side, where else those of one are.
    final BooleanProperty comparing = new SimpleBooleanProperty();

    final ObjectProperty<LayersAtStep.Tensor> compared =
            new SimpleObjectProperty<>(LayersAtStep.Tensor.ACTIVATION);
    final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.OWN);

    /// What stands above, where there is room for one.
    enum Upper {
        LOSS("Loss"),
        ACCURACY("Accuracy");

        final String label;

        Upper(String label) {
            this.label = label;
        }
    }

    /// What stands beside the histograms, where there is room.
    enum Beside {
        STEP("Std, updates"),
        OVER_STEPS("Over steps");

        final String label;

        Beside(String label) {
            this.label = label;
        }
    }

    /// What stands below, where there is room for one.
    enum Lower {
        HISTOGRAMS("Histograms"),
        STDS("Std by depth"),
        UPDATES("Update : weight"),
        OVER_STEPS("Over steps");

        final String label;

        Lower(String label) {
            this.label = label;
        }
    }

    /// What stands below decision boundaries, as large as there is room.
    enum Large {
        LOSS("Loss"),
        ACCURACY("Accuracy"),
        UPDATES("Updates"),
        STDS("Std by depth"),
        HISTOGRAMS("Histograms"),
        OVER_STEPS("Over steps");

        final String label;

        Large(String label) {
            this.label = label;
        }
    }

    /// Has all kept but what is only a look at something.
    void keep(ViewState view) {
        view.keep("race-frame", frame, LossChart.Frame.class);
        view.keep("race-scale", scale, LossChart.Scale.class);
        view.keep("race-upper", upper, Upper.class);
        view.keep("race-lower", lower, Lower.class);
        view.keep("race-beside", beside, Beside.class);
        view.keep("race-large", large, Large.class);
        view.keep("race-compare", comparing);
        view.keep("race-compare-tensor", compared, LayersAtStep.Tensor.class);
        view.keep("race-compare-axis", axis, Axis.class);
    }

    /// Calls `action` after each change of what the curves of the race depend on.
    void onRace(Runnable action) {
        List.<ObservableValue<?>>of(frame, scale)
                .forEach(each -> each.subscribe(_ -> action.run()));
    }

    /// Calls `action` after each change of what stands where.
    void onPlaces(Runnable action) {
        List.<ObservableValue<?>>of(upper, lower, beside, large, comparing, compared, axis)
                .forEach(each -> each.subscribe(_ -> action.run()));
    }

    void showOverSteps() {
        lower.set(Lower.OVER_STEPS);
        beside.set(Beside.OVER_STEPS);
        large.set(Large.OVER_STEPS);
    }

    /// Whether the values of a layer over all steps may be in sight.
    boolean isOverSteps() {
        return lower.get() == Lower.OVER_STEPS
                || beside.get() == Beside.OVER_STEPS
                || large.get() == Large.OVER_STEPS;
    }
}
