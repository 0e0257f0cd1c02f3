package dev.weightscope.signal;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import java.util.List;

/// What is looked at of a signal beside its way forward.
///
/// @param backward whether gradients are computed too
/// @param theory whether mean-field theory is asked for its curves
/// @param draws how many networks are drawn, 1..[#MOST_DRAWS], with the seeds from the experiment's
///   own on
public record SignalSettings(boolean backward, boolean theory, int draws) {
    static final int MOST_DRAWS = 100;

    /// One way and one draw.
    public static final SignalSettings FORWARD = new SignalSettings(false, false, 1);

    /// Both ways, with theory, of one draw.
    public static final SignalSettings BOTH_WAYS = new SignalSettings(true, true, 1);

    static final Options<SignalSettings> OPTIONS =
            new Options<>(
                    FORWARD,
                    List.of(
                            Option.of(
                                    "backward",
                                    "Backward",
                                    "Compute gradients too, back from a unit-normal cotangent.",
                                    new Flag(),
                                    SignalSettings::withBackward,
                                    SignalSettings::backward),
                            Option.of(
                                    "theory",
                                    "Theory",
                                    "Give the curves of mean-field theory too, with a band that"
                                            + " holds 95 % of draws.",
                                    new Flag(),
                                    SignalSettings::withTheory,
                                    SignalSettings::theory),
                            Option.of(
                                    "draws",
                                    "Draws",
                                    "How many networks to draw, of seeds that follow each other;"
                                            + " where more than one, the quartiles are given too.",
                                    new WholeNumber(1, MOST_DRAWS, SliderRange.log(1, MOST_DRAWS)),
                                    (settings, draws) -> settings.withDraws(draws.intValue()),
                                    settings -> (long) settings.draws())));

    public SignalSettings {
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new Refusal("draws %d is outside 1..%d".formatted(draws, MOST_DRAWS));
        }
    }

    public SignalSettings withBackward(boolean newBackward) {
        return new SignalSettings(newBackward, theory, draws);
    }

    public SignalSettings withTheory(boolean newTheory) {
        return new SignalSettings(backward, newTheory, draws);
    }

    public SignalSettings withDraws(int newDraws) {
        return new SignalSettings(backward, theory, newDraws);
    }
}
