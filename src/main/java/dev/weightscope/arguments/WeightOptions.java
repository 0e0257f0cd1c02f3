package dev.weightscope.arguments;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.model.WeightsReading;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Option;
import dev.weightscope.option.TextCodec;
import dev.weightscope.weights.LayerFiles;
import dev.weightscope.weights.WeightFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Weights of a file in the place of drawn ones.
public final class WeightOptions {
    private static final String DIGITS = "[0-9a-f]{16}";

    private static final Codec<TensorChoice> CHOICE =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "A,B,...",
                    List.of(),
                    List.of("all", "fc1.weight,fc2.weight", "fc1.weight,fc2.weight:in-out"),
                    (_, text) -> TensorChoice.parse(text),
                    TensorChoice::text);

    private static final Codec<String> HEXADECIMAL =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "HEX",
                    List.of(),
                    List.of("0123456789abcdef"),
                    WeightOptions::readHash,
                    text -> text);

    private static final Codec<String> FILE =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "FILE|" + WeightFile.EXAMPLE,
                    List.of(WeightFile.EXAMPLE),
                    List.of(WeightFile.EXAMPLE),
                    (_, text) -> text,
                    text -> text);

    public static final Option<Experiment, TensorChoice> TENSORS =
            Option.partial(
                    "tensors",
                    "Tensors",
                    "Which matrices of --weights become layers, in order: fc1.weight,fc2.weight;"
                            + " :out-in or :in-out behind a name overrules how it is thought to"
                            + " lie. Without it all, in an order in which they join.",
                    CHOICE,
                    (e, tensors) -> again(e, WeightsReading.DEFAULT.withTensors(tensors)),
                    e -> loaded(e).map(LoadedWeights::tensors));

    public static final Option<Experiment, String> HASH =
            Option.partial(
                    "weights-hash",
                    "Hash of the weights",
                    "Refuse --weights if its numbers are others than those; saved experiments have"
                            + " it.",
                    HEXADECIMAL,
                    (e, hash) ->
                            again(
                                    e,
                                    new WeightsReading(
                                            loaded(e)
                                                    .map(LoadedWeights::tensors)
                                                    .orElse(TensorChoice.ALL),
                                            hash)),
                    e -> loaded(e).map(LoadedWeights::hash));

    public static final Option<Experiment, String> WEIGHTS =
            Option.<Experiment, String>partial(
                            "weights",
                            "Weights",
                            "Take weights and biases from a file (see inspect), or from "
                                    + WeightFile.EXAMPLE
                                    + ", instead of drawing them; depth and widths follow from"
                                    + " it.",
                            FILE,
                            (e, source) -> load(e, source, WeightsReading.DEFAULT),
                            e -> loaded(e).map(LoadedWeights::source))
                    .insteadOf(
                            List.of(
                                    WidthOptions.WIDTHS,
                                    WidthOptions.DEPTH,
                                    WidthOptions.WIDTH,
                                    InitializerOptions.INITIALIZER))
                    .clearing(InitializerOptions::withoutFile)
                    .together(List.of(TENSORS, HASH), WeightOptions::load);

    static final List<Option<Experiment, ?>> ALL = List.of(WEIGHTS, TENSORS, HASH);

    private WeightOptions() {}

    private static Optional<LoadedWeights> loaded(Experiment experiment) {
        return experiment.initializer() instanceof LoadedWeights loaded
                ? Optional.of(loaded)
                : Optional.empty();
    }

    private static Experiment load(
            Experiment experiment,
            String source,
            Map<? extends Option<Experiment, ?>, String> companions) {
        WeightsReading reading = WeightsReading.DEFAULT;
        String tensors = companions.get(TENSORS);
        String hash = companions.get(HASH);
        if (tensors != null) {
            reading = reading.withTensors(CHOICE.read(TENSORS.key(), tensors));
        }
        if (hash != null) {
            reading = reading.withHash(HEXADECIMAL.read(HASH.key(), hash));
        }
        return load(experiment, source, reading);
    }

    private static Experiment load(Experiment experiment, String source, WeightsReading reading) {
        return experiment.withInitializer(LayerFiles.read(source, reading));
    }

    /// Reads the same file in another way; where there is none, nothing.
    private static Experiment again(Experiment experiment, WeightsReading reading) {
        return loaded(experiment)
                .map(loaded -> load(experiment, loaded.source(), reading))
                .orElse(experiment);
    }

    private static String readHash(String name, String text) {
        if (!text.matches(DIGITS)) {
            throw new Refusal(
                    "%s %s is not sixteen hexadecimal digits; leave it out to take any weights"
                            .formatted(name, Quoted.of(text)));
        }
        return text;
    }
}
