package dev.weightscope.spectrum;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import java.util.List;

/// Where the Jacobian is looked at.
///
/// @param inputs at how many inputs, 1..[#MOST_INPUTS]; their singular values are taken together
/// @param firstInput the number of the first of them, from 1 on
/// @param depths of which layers' outputs
public record SpectrumSettings(int inputs, int firstInput, DepthChoice depths) {
    static final int MOST_INPUTS = 64;
    private static final int MOST_FIRST = 1_000_000;

    /// How far the slider of the first input goes.
    private static final int USUAL_FIRST = 100;

    /// At the first input.
    public static final SpectrumSettings DEFAULT = new SpectrumSettings(1, 1, DepthChoice.POWERS);

    static final Options<SpectrumSettings> OPTIONS =
            new Options<>(
                    DEFAULT,
                    List.of(
                            Option.of(
                                    "inputs",
                                    "Inputs",
                                    "At how many inputs the Jacobian is looked at; their singular"
                                            + " values are taken together.",
                                    new WholeNumber(
                                            1, MOST_INPUTS, SliderRange.log(1, MOST_INPUTS)),
                                    (settings, inputs) -> settings.withInputs(inputs.intValue()),
                                    settings -> (long) settings.inputs()),
                            Option.of(
                                    "first-input",
                                    "First input",
                                    "The number of the first of these inputs, counted from 1.",
                                    new WholeNumber(1, MOST_FIRST, SliderRange.log(1, USUAL_FIRST)),
                                    (settings, first) -> settings.withFirstInput(first.intValue()),
                                    settings -> (long) settings.firstInput()),
                            Option.of(
                                    "at-depths",
                                    "Depths",
                                    "Of which layers' outputs: powers of two and the last, all, or"
                                            + " the last alone.",
                                    OneOf.of(DepthChoice.values()),
                                    SpectrumSettings::withDepths,
                                    SpectrumSettings::depths)));

    public SpectrumSettings {
        if (inputs < 1 || inputs > MOST_INPUTS) {
            throw new Refusal("inputs %d is outside 1..%d".formatted(inputs, MOST_INPUTS));
        }
        if (firstInput < 1 || firstInput > MOST_FIRST) {
            throw new Refusal("first-input %d is outside 1..%d".formatted(firstInput, MOST_FIRST));
        }
    }

    public SpectrumSettings withInputs(int newInputs) {
        return new SpectrumSettings(newInputs, firstInput, depths);
    }

    public SpectrumSettings withFirstInput(int newFirst) {
        return new SpectrumSettings(inputs, newFirst, depths);
    }

    public SpectrumSettings withDepths(DepthChoice newDepths) {
        return new SpectrumSettings(inputs, firstInput, newDepths);
    }

    /// The number of the last input, from 1 on.
    int lastInput() {
        return firstInput + inputs - 1;
    }

    /// `at input 3`, `at inputs 1 to 4`.
    public String text() {
        return inputs == 1
                ? "at input " + firstInput
                : "at inputs %d to %d".formatted(firstInput, lastInput());
    }
}
