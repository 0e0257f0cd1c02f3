package dev.weightscope.model;

/// The gain that reaches a [GainGoal], or why none does.
public sealed interface GainAnswer {
    /// @param gain above 0
    record Found(double gain) implements GainAnswer {}

    /// @param sentence why there is none
    record None(String sentence) implements GainAnswer {}

    /// The gain that was found, or another where none was.
    default double gainOr(double other) {
        return switch (this) {
            case Found(double gain) -> gain;
            case None _ -> other;
        };
    }
}
