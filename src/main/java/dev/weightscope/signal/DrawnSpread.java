package dev.weightscope.signal;

import dev.weightscope.model.Direction;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One of the numbers of each layer that are told of all draws.
///
/// @param field for programs
/// @param head for people
record DrawnSpread(
        String field, String head, Direction direction, ToDoubleFunction<Spreads> number) {
    private static final List<DrawnSpread> ALL =
            List.of(
                    new DrawnSpread("activationStd", "std", Direction.FORWARD, Spreads::std),
                    new DrawnSpread("activationRms", "rms", Direction.FORWARD, Spreads::rms),
                    new DrawnSpread(
                            "perUnitStd", "per-unit std", Direction.FORWARD, Spreads::perUnitStd),
                    new DrawnSpread(
                            "gradientRms", "gradient rms", Direction.BACKWARD, Spreads::rms));

    /// Those that an answer has, in the order of files.
    static List<DrawnSpread> of(SignalAnswer answer) {
        return ALL.stream().filter(each -> answer.snapshot().has(each.direction())).toList();
    }

    /// @param layer counted from 1
    Draws.Quartiles quartiles(Draws draws, int layer) {
        return draws.quartiles(draw -> number.applyAsDouble(draw.layer(layer, direction)));
    }
}
