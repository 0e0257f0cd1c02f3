package dev.weightscope.animation;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;

/// A sweep as it is typed.
///
/// @param key of the number: `gain`
/// @param frames how many values
/// @param inRatios whether the way is divided logarithmically in any case
public record Way(String key, String from, String to, int frames, boolean inRatios) {
    /// Of an option with this key.
    ///
    /// @throws Refusal in one sentence, if there is no such way
    public <B> Sweep<B> of(Option<B, ?> option) {
        Sweep<B> sweep = Sweep.of(option, from, to, frames);
        return inRatios ? sweep.inRatios() : sweep;
    }
}
