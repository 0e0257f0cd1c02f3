package dev.weightscope.animation;

import dev.weightscope.model.Keyed;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import java.util.Optional;

/// What can go its way: a number with its bounds and its slider.
public record AnimatedNumber(String key, String label, NumberCodec<?> codec) implements Keyed {
    /// Empty where the option is of no number.
    static Optional<AnimatedNumber> of(Option<?, ?> option) {
        return option.codec() instanceof NumberCodec<?> codec
                ? Optional.of(new AnimatedNumber(option.key(), option.label(), codec))
                : Optional.empty();
    }
}
