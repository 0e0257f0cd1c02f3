package dev.weightscope.ui.state;

/// How what is shown stands to the current question.
public sealed interface Progress {
    /// What is shown, if anything, answers an older question; the answer is on its way.
    record Computing() implements Progress {}

    /// What is shown answers the question in part; the whole answer is on its way.
    record Refining() implements Progress {}

    /// What is shown answers the question.
    record Answered() implements Progress {}

    /// The question will not be answered.
    ///
    /// @param sentence why, and what would be possible
    record Refused(String sentence) implements Progress {}

    /// A person did not want to wait for the answer.
    record Cancelled() implements Progress {}

    /// Whether an answer is on its way.
    default boolean isUnderWay() {
        return switch (this) {
            case Computing _, Refining _ -> true;
            case Answered _, Refused _, Cancelled _ -> false;
        };
    }
}
