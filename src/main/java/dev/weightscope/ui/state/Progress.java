package dev.weightscope.ui.state;

import dev.weightscope.model.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what is shown stands to the current question.
public sealed interface Progress {
    /// What is shown, if anything, answers an older question; the answer is on its way.
    ///
    /// @param step where its computation is; null where that is not known
    record Computing(@Nullable Step step) implements Progress {
        public Computing() {
            this(null);
        }
    }

    /// What is shown answers the question in part; the whole answer is on its way.
    ///
    /// @param step where its computation is; null where that is not known
    record Refining(@Nullable Step step) implements Progress {
        public Refining() {
            this(null);
        }
    }

    /// What is shown answers the question.
    record Answered() implements Progress {}

    /// The question will not be answered.
    ///
    /// @param sentence why, and what would be possible
    record Refused(String sentence) implements Progress {}

    /// A person did not want to wait for the answer.
    record Cancelled() implements Progress {}

    /// Where the computation is, if it is known.
    default Optional<Step> at() {
        return switch (this) {
            case Computing(Step step) -> Optional.ofNullable(step);
            case Refining(Step step) -> Optional.ofNullable(step);
            case Answered _, Refused _, Cancelled _ -> Optional.empty();
        };
    }

    /// Whether what is shown answers the question, if only in part.
    default boolean isOfThisQuestion() {
        return switch (this) {
            case Refining _, Answered _ -> true;
            case Computing _, Refused _, Cancelled _ -> false;
        };
    }

    /// Whether an answer is on its way.
    default boolean isUnderWay() {
        return switch (this) {
            case Computing _, Refining _ -> true;
            case Answered _, Refused _, Cancelled _ -> false;
        };
    }
}
