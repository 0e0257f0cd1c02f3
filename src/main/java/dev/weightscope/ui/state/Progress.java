package dev.weightscope.ui.state;

/// How the newest snapshot stands to the current experiment.
public sealed interface Progress {
    /// The snapshot, if any, answers an older experiment; the answer is on its way.
    record Computing() implements Progress {}

    /// The snapshot answers the experiment on its first samples; the whole answer is on its way.
    record Refining() implements Progress {}

    /// The snapshot answers the experiment.
    record Answered() implements Progress {}

    /// The experiment will not be answered.
    ///
    /// @param sentence why, and what would be possible
    record Refused(String sentence) implements Progress {}
}
