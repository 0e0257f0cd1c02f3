package dev.weightscope.spectrum;

import dev.weightscope.model.Refusal;
import java.util.Optional;

/// Where the Jacobian is looked at, and whether a network is trained beside it.
///
/// @param inputs at how many inputs, 1..[#MOST_INPUTS]; their singular values are taken together
/// @param firstInput the number of the first of them, from 1 on
/// @param depths of which layers' outputs
/// @param trained for what training moves of the weights; empty where that is not asked
public record SpectrumSettings(
        int inputs, int firstInput, DepthChoice depths, Optional<Trained> trained) {
    static final int MOST_INPUTS = 64;
    static final int MOST_FIRST = 1_000_000;

    /// At the first input.
    public static final SpectrumSettings DEFAULT =
            new SpectrumSettings(1, 1, DepthChoice.POWERS, Optional.empty());

    public SpectrumSettings {
        if (inputs < 1 || inputs > MOST_INPUTS) {
            throw new Refusal("inputs %d is outside 1..%d".formatted(inputs, MOST_INPUTS));
        }
        if (firstInput < 1 || firstInput > MOST_FIRST) {
            throw new Refusal("first-input %d is outside 1..%d".formatted(firstInput, MOST_FIRST));
        }
    }

    public SpectrumSettings withInputs(int newInputs) {
        return new SpectrumSettings(newInputs, firstInput, depths, trained);
    }

    public SpectrumSettings withFirstInput(int newFirst) {
        return new SpectrumSettings(inputs, newFirst, depths, trained);
    }

    public SpectrumSettings withDepths(DepthChoice newDepths) {
        return new SpectrumSettings(inputs, firstInput, newDepths, trained);
    }

    public SpectrumSettings withTrained(Optional<Trained> newTrained) {
        return new SpectrumSettings(inputs, firstInput, depths, newTrained);
    }

    /// What decides the Jacobian alone.
    public SpectrumSettings places() {
        return withTrained(Optional.empty());
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
