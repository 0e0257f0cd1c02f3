package dev.weightscope.phase;

import dev.weightscope.option.Codec;
import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.TextCodec;
import dev.weightscope.race.TrainingLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The options of [Trainability].
final class TrainabilityOptions {
    private static final String AUTO = "auto";

    /// Those of a training that count where nothing but its end is looked at.
    private static final Set<String> TRAINING =
            Set.of(
                    "data",
                    "data-reading",
                    "optimizer",
                    "learning-rate",
                    "weight-decay",
                    "batch",
                    "steps",
                    "draws");

    static final Option<PhaseSettings, Boolean> MEASURED =
            Option.of(
                    "measured",
                    "Measured",
                    "Train the network at places all over the map, and show how many right answers"
                            + " it learns to give.",
                    new Flag(),
                    PhaseSettings::measured,
                    settings -> settings.trainability().isMeasured());

    /// All but [#MEASURED].
    static final List<Option<PhaseSettings, ?>> OTHERS = others();

    private TrainabilityOptions() {}

    private static List<Option<PhaseSettings, ?>> others() {
        List<Option<PhaseSettings, ?>> options = new ArrayList<>();
        options.add(
                axis(
                        "measured-w2",
                        "σ_w²",
                        "The weight variances of networks that are trained: from, to, and how many;"
                                + " auto for twelve that lie evenly on the map.",
                        Trainability::withWeights,
                        Trainability::weights));
        options.add(
                axis(
                        "measured-b2",
                        "σ_b²",
                        "Their bias variances; auto for six from the lowest of the map on.",
                        Trainability::withBiases,
                        Trainability::biases));
        new TrainingLab()
                .options().list().stream()
                        .filter(option -> TRAINING.contains(option.key()))
                        .map(option ->
                                option.within(
                                        (PhaseSettings settings) ->
                                                settings.trainability().training(),
                                        (settings, training) ->
                                                settings.withTrainability(
                                                        settings.trainability()
                                                                .withTraining(training))))
                        .forEach(options::add);
        return List.copyOf(options);
    }

    private static Option<PhaseSettings, Optional<GridAxis>> axis(
            String key,
            String label,
            String help,
            BiFunction<Trainability, Optional<GridAxis>, Trainability> with,
            Function<Trainability, Optional<GridAxis>> get) {
        return Option.of(
                key,
                label,
                help,
                new TextCodec<>(
                        Codec.Form.WORD,
                        "LOW,HIGH,N|auto",
                        List.of(AUTO),
                        List.of(AUTO, "0.5,3,6", "0,0.3,4"),
                        (name, text) ->
                                text.strip().equals(AUTO)
                                        ? Optional.empty()
                                        : Optional.of(AxisText.parse(name, text)),
                        axis -> axis.map(AxisText::of).orElse(AUTO)),
                (settings, axis) ->
                        settings.withTrainability(with.apply(settings.trainability(), axis)),
                settings -> get.apply(settings.trainability()));
    }
}
