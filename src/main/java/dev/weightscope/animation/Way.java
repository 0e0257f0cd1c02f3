package dev.weightscope.animation;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderScale;
import java.util.Optional;

/// A sweep as it is typed.
///
/// @param key of the number: `gain`
/// @param frames how many values
/// @param scale how the way is divided; empty for as the option's slider
public record Way(String key, String from, String to, int frames, Optional<SliderScale> scale) {
    /// `gain 0.5 to 3, 60 frames`.
    public String text() {
        return "%s %s to %s, %d frames".formatted(key, from.strip(), to.strip(), frames);
    }

    /// Of an option with this key.
    ///
    /// @throws Refusal in one sentence, if there is no such way
    public <B> Sweep<B> of(Option<B, ?> option) {
        Sweep<B> sweep = Sweep.of(option, from, to, frames);
        return scale.map(sweep::in).orElse(sweep);
    }
}
