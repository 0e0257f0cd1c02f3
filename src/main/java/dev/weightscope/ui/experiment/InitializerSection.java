package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// The initializer with what it asks for, gain and bias.
final class InitializerSection extends VBox {
    private final List<Initializer> catalogue = InitializerCatalogue.all();
    private final Choice<Initializer> initializer;
    private final InitializerParameterRows parameters;
    private final NumberSlider gain;
    private final Choice<BiasKind> bias;
    private final NumberSlider biasScale;

    InitializerSection(Session workbench) {
        initializer =
                new Choice<>(
                        "",
                        new SearchableComboBox<>(),
                        catalogue,
                        entry -> entry.scheme().label(),
                        picked -> workbench.edit(e -> e.withInitializerKeepingParameters(picked)));
        initializer.box().setAccessibleText("Initializer");
        parameters = new InitializerParameterRows(workbench);
        gain = NumberSlider.of(ExperimentOptions.ALL, ExperimentOptions.GAIN, workbench::edit);
        bias =
                new Choice<>(
                        "Bias",
                        Arrays.asList(BiasKind.values()),
                        BiasKind::label,
                        kind -> workbench.edit(e -> e.withBias(e.bias().withKind(kind))));
        biasScale =
                new NumberSlider(
                        ExperimentOptions.BIAS_SCALE.label(),
                        NumberRange.of(ExperimentOptions.ALL, ExperimentOptions.BIAS_SCALE),
                        value -> workbench.edit(e -> e.withBias(e.bias().scaledTo(value))));
        getChildren()
                .add(new Section("Initializer", initializer, parameters, gain, bias, biasScale));
        workbench.experimentProperty().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        initializer.show(entryOf(experiment.initializer()));
        gain.show(experiment.gain());
        gain.setMarks(GainMarks.of(experiment));
        bias.show(experiment.bias().kind());
        double scale = scaleInForce(experiment);
        Shown.when(biasScale, !Double.isNaN(scale));
        if (!Double.isNaN(scale)) {
            biasScale.show(scale);
        }
    }

    /// That of the layer whose law the formula box shows.
    private static double scaleInForce(Experiment experiment) {
        int layer = experiment.explainedLayer();
        return experiment
                .bias()
                .scaleInForce(
                        experiment.initializer(),
                        experiment.fanIn(layer),
                        experiment.fanOut(layer));
    }

    /// The catalogue's entry for an initializer with any parameters.
    private Initializer entryOf(Initializer shown) {
        return catalogue.stream()
                .filter(entry -> entry.key().equals(shown.key()))
                .findFirst()
                .orElse(shown);
    }
}
