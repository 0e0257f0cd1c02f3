package dev.weightscope.training;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import dev.weightscope.network.InputQuestion;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import java.util.ArrayList;
import java.util.List;

/// The network that an experiment is the start of: its layers but the last, on the data's features,
/// and a last one that is linear, has no norm and no skip, and as many units as the loss asks for.
public final class Start {
    /// What weights are fitted to, where their law asks for that.
    private static final int FITTED_TO = 1000;

    private Start() {}

    /// Units of the features, then of each layer.
    static List<Integer> widths(Experiment experiment, int features, int outputs) {
        List<Integer> widths = new ArrayList<>(List.of(features));
        for (int layer = 1; layer < experiment.depth(); layer++) {
            widths.add(experiment.fanOut(layer));
        }
        widths.add(outputs);
        return List.copyOf(widths);
    }

    /// @throws Refusal if the experiment's numbers are not float32
    public static void requireTrainable(Experiment experiment) {
        if (experiment.format() != NumberFormat.FLOAT32) {
            throw new Refusal(
                    "training computes in float32, not in %s; choose format float32"
                            .formatted(experiment.format().key()));
        }
    }

    /// @param widths that its network has on the data
    /// @throws Refusal if its weights are of a file and have other widths
    static void requireFit(Experiment experiment, List<Integer> widths) {
        if (!(experiment.initializer() instanceof LoadedWeights loaded)) {
            return;
        }
        int takes = loaded.layers().getFirst().fanIn();
        int gives = loaded.layers().getLast().fanOut();
        if (takes != widths.getFirst()) {
            throw new Refusal(
                    "%s takes %s, but the data has %s; choose data of %d columns"
                            .formatted(
                                    loaded.label(),
                                    Amounts.counted(takes, "value"),
                                    Amounts.counted(widths.getFirst(), "column"),
                                    takes));
        }
        if (gives != widths.getLast()) {
            throw new Refusal(
                    "%s gives %s at its end, but this data asks for %d; choose other data, or an initializer"
                            .formatted(
                                    loaded.label(),
                                    Amounts.counted(gives, "value"),
                                    widths.getLast()));
        }
    }

    /// The places of its layers, the last one plain.
    ///
    /// @param outputs see [Loss#outputs]
    public static List<LayerPlace> places(Experiment experiment, int features, int outputs) {
        List<Integer> widths = widths(experiment, features, outputs);
        List<LayerPlace> hidden =
                experiment.architecture().places(widths.subList(0, widths.size() - 1));
        List<LayerPlace> places = new ArrayList<>(hidden);
        places.add(
                new LayerPlace(
                        places.size() + 1,
                        widths.get(widths.size() - 2),
                        outputs,
                        LayerRole.PLAIN,
                        0,
                        hidden.isEmpty() ? 0 : hidden.getLast().branches(),
                        1));
        return List.copyOf(places);
    }

    static PassQuestion of(Experiment experiment, SampleTable train, int outputs) {
        List<LayerQuestion> layers = new ArrayList<>();
        List<LayerPlace> places = places(experiment, train.features(), outputs);
        for (LayerPlace place : places.subList(0, places.size() - 1)) {
            layers.add(question(experiment, place, experiment.activation()));
        }
        LayerQuestion output =
                question(experiment, places.getLast(), Activation.of(ActivationFunction.LINEAR));
        layers.add(LayerQuestion.plain(output.weights(), output.bias(), output.activation()));
        return new PassQuestion(input(experiment, train, layers), layers);
    }

    private static LayerQuestion question(
            Experiment experiment, LayerPlace place, Activation activation) {
        return LayerQuestion.at(
                place,
                experiment.weightLaw(place),
                experiment.bias().law(experiment.initializer(), place),
                experiment.seed(),
                NumberFormat.FLOAT32,
                activation,
                experiment.architecture().normalization());
    }

    /// The first training samples where a law is fitted to them; else it is not looked at.
    private static InputQuestion input(
            Experiment experiment, SampleTable train, List<LayerQuestion> layers) {
        boolean fits =
                layers.stream()
                        .anyMatch(layer -> layer.weights().law() instanceof Law.LayerSequential);
        int samples = Math.min(train.rows(), FITTED_TO);
        Input input = fits ? new Input.Table(table(train, samples)) : new Input.StandardNormal();
        return new InputQuestion(
                Sampling.DEFAULT.withInput(input).withSamples(samples),
                train.features(),
                experiment.seed(),
                NumberFormat.FLOAT32);
    }

    private static DataTable table(SampleTable train, int samples) {
        int features = train.features();
        float[] values = new float[samples * features];
        for (int i = 0; i < samples; i++) {
            System.arraycopy(train.samples(), i * train.stride(), values, i * features, features);
        }
        return new DataTable("training samples", samples, features, values);
    }
}
