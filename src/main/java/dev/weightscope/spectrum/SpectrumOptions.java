package dev.weightscope.spectrum;

import dev.weightscope.option.Codec;
import dev.weightscope.option.Flag;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The options of [SpectrumSettings].
final class SpectrumOptions {
    private static final String LAST = "last";

    /// How far the slider of the first input goes.
    private static final int USUAL_FIRST = 100;

    /// Of the draws of a training the first is looked at.
    private static final String DRAWS = "draws";

    /// Where the Jacobian is looked at.
    static final List<Option<SpectrumSettings, ?>> PLACES =
            List.of(
                    Option.of(
                            "inputs",
                            "Inputs",
                            "At how many inputs the Jacobian is looked at; their singular values"
                                    + " are taken together.",
                            new WholeNumber(
                                    1,
                                    SpectrumSettings.MOST_INPUTS,
                                    SliderRange.log(1, SpectrumSettings.MOST_INPUTS)),
                            (settings, inputs) -> settings.withInputs(inputs.intValue()),
                            settings -> (long) settings.inputs()),
                    Option.of(
                            "first-input",
                            "First input",
                            "The number of the first of these inputs, counted from 1.",
                            new WholeNumber(
                                    1,
                                    SpectrumSettings.MOST_FIRST,
                                    SliderRange.log(1, USUAL_FIRST)),
                            (settings, first) -> settings.withFirstInput(first.intValue()),
                            settings -> (long) settings.firstInput()),
                    Option.of(
                            "at-depths",
                            "Depths",
                            "Of which layers' outputs: powers of two and the last, all, or the last"
                                    + " alone.",
                            OneOf.of(DepthChoice.values()),
                            SpectrumSettings::withDepths,
                            SpectrumSettings::depths));

    private static final Option<SpectrumSettings, Boolean> TRAINED =
            Option.<SpectrumSettings, Boolean>of(
                            SpectrumLab.TRAINED,
                            "Train",
                            "Train the network on data, and look at what that moves of each weight"
                                    + " matrix too: W - W0.",
                            new Flag(),
                            (settings, on) ->
                                    settings.withTrained(
                                            on
                                                    ? Optional.of(
                                                            settings.trained()
                                                                    .orElse(Trained.DEFAULT))
                                                    : Optional.empty()),
                            settings -> settings.trained().isPresent())
                    .unsaidAtDefault();

    private static final Option<SpectrumSettings, OptionalInt> STEP =
            Option.<SpectrumSettings, OptionalInt>partial(
                            "at-step",
                            "At step",
                            "After which step of the training.",
                            new TextCodec<>(
                                    Codec.Form.WORD,
                                    "N|last",
                                    List.of(LAST),
                                    List.of(LAST, "0", "10"),
                                    SpectrumOptions::step,
                                    step ->
                                            step.isPresent()
                                                    ? Integer.toString(step.getAsInt())
                                                    : LAST),
                            (settings, step) ->
                                    settings.withTrained(
                                            settings.trained().map(each -> each.withStep(step))),
                            settings -> settings.trained().map(Trained::step))
                    .ownedBy(TRAINED);

    /// Whether, how and how far a network is trained.
    static final List<Option<SpectrumSettings, ?>> TRAINING = training();

    static final Options<SpectrumSettings> ALL = new Options<>(SpectrumSettings.DEFAULT, all());

    private SpectrumOptions() {}

    private static OptionalInt step(String name, String text) {
        return text.strip().equals(LAST)
                ? OptionalInt.empty()
                : OptionalInt.of(
                        new WholeNumber(0, TrainingPlan.MOST_STEPS).read(name, text).intValue());
    }

    private static List<Option<SpectrumSettings, ?>> training() {
        List<Option<SpectrumSettings, ?>> training = new ArrayList<>(List.of(TRAINED, STEP));
        new TrainingLab()
                .options().list().stream()
                        .filter(option -> !option.key().equals(DRAWS))
                        .map(SpectrumOptions::ofTraining)
                        .forEach(training::add);
        return List.copyOf(training);
    }

    private static <T> Option<SpectrumSettings, T> ofTraining(Option<TrainingSettings, T> option) {
        Function<SpectrumSettings, Optional<TrainingSettings>> training =
                settings -> settings.trained().map(Trained::training);
        return option.withinSome(
                TRAINED,
                training,
                (settings, newTraining) ->
                        settings.withTrained(
                                settings.trained().map(each -> each.withTraining(newTraining))));
    }

    private static List<Option<SpectrumSettings, ?>> all() {
        List<Option<SpectrumSettings, ?>> all = new ArrayList<>(PLACES);
        all.addAll(TRAINING);
        return all;
    }
}
