package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// The initializer with what it asks for, and the bias.
final class InitializerSection extends VBox {
    private final List<Initializer> catalogue = InitializerCatalogue.all();
    private final Choice<Initializer> initializer;
    private final NumberSlider biasScale;
    private final Label fromFile = new Label();

    InitializerSection(Session session) {
        initializer =
                new Choice<>(
                        "",
                        new SearchableComboBox<>(),
                        catalogue,
                        InitializerSection::name,
                        picked -> session.edit(e -> e.withInitializerKeepingParameters(picked)));
        initializer.box().setAccessibleText("Initializer");
        biasScale =
                new NumberSlider(
                        ExperimentOptions.BIAS_SCALE.label(),
                        NumberRange.of(ExperimentOptions.ALL, ExperimentOptions.BIAS_SCALE),
                        value -> session.edit(e -> e.withBias(e.bias().scaledTo(value))));
        biasScale.setOption(ExperimentOptions.BIAS_SCALE.key());
        fromFile.setId("weights-from-file");
        fromFile.getStyleClass().add("hint");
        fromFile.setWrapText(true);
        fromFile.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .add(
                        new Section(
                                "Initializer",
                                initializer,
                                fromFile,
                                new InitializerParameterRows(session),
                                ExperimentRow.of(session, ExperimentOptions.BIAS),
                                biasScale));
        session.experimentProperty().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        Initializer shown = experiment.initializer();
        initializer.setItems(entriesBeside(shown));
        initializer.show(entryOf(shown));
        fromFile.setText(note(shown));
        Shown.when(fromFile, shown instanceof LoadedWeights);
        double scale = scaleInForce(experiment);
        Shown.when(biasScale, !Double.isNaN(scale));
        if (!Double.isNaN(scale)) {
            biasScale.show(scale);
        }
    }

    /// That of the layer whose law the formula box shows.
    private static double scaleInForce(Experiment experiment) {
        int layer = experiment.explainedLayer();
        return experiment.bias().scaleInForce(experiment.initializer(), experiment.place(layer));
    }

    /// The catalogue, and before it the file that weights are from.
    private List<Initializer> entriesBeside(Initializer shown) {
        return shown instanceof LoadedWeights
                ? Stream.concat(Stream.of(shown), catalogue.stream()).toList()
                : catalogue;
    }

    private static String note(Initializer shown) {
        return shown instanceof LoadedWeights loaded
                ? "Weights, widths and biases are the file's: %s. Choose an initializer to draw others of the same widths."
                        .formatted(names(loaded))
                : "";
    }

    /// `fc1.weight … head.weight`
    private static String names(LoadedWeights loaded) {
        String first = Quoted.value(loaded.layers().getFirst().weights().name());
        String last = Quoted.value(loaded.layers().getLast().weights().name());
        return loaded.layers().size() == 1 ? first : first + " … " + last;
    }

    /// The catalogue's entry for an initializer with any parameters.
    private Initializer entryOf(Initializer shown) {
        return catalogue.stream()
                .filter(entry -> entry.key().equals(shown.key()))
                .findFirst()
                .orElse(shown);
    }

    /// The name, with the limit of a uniform law that depends on nothing, not even on the layer's
    /// shape: `Low (±0.01)`.
    private static String name(Initializer entry) {
        Activation any = Experiment.DEFAULT.activation();
        LayerPlace square = LayerPlace.plain(1, 10, 10);
        LayerPlace wide = LayerPlace.plain(1, 30, 20);
        boolean fixed =
                entry instanceof StandardInitializer standard
                        && standard.scheme().parameters().isEmpty()
                        && entry.weights(square, any).equals(entry.weights(wide, any));
        return fixed && entry.weights(square, any) instanceof Law.Uniform(double limit)
                ? entry.scheme().label() + " (±" + Numbers.plain(limit) + ")"
                : entry instanceof LoadedWeights loaded
                        ? loaded.label() + " (file)"
                        : entry.scheme().label();
    }
}
