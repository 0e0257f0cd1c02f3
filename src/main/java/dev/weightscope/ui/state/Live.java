package dev.weightscope.ui.state;

import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A lab's live question, what is shown of its answer, and how the two stand to each other: of one
/// moment, so that nobody sees the progress of one question beside the picture of another.
///
/// @param shown the newest answer, maybe to an older question or in part; null before the first
/// @param <S> the lab's settings
/// @param <A> what it answers
public record Live<S, A>(Question<S> question, @Nullable Shown<S, A> shown, Progress progress) {
    /// An answer with the question it answers.
    public record Shown<S, A>(Question<S> question, A answer) {}

    /// What is shown; empty before the first answer.
    public Optional<A> answer() {
        return Optional.ofNullable(shown).map(Shown::answer);
    }

    /// What is answered by what is shown; empty before the first answer.
    public Optional<Experiment> shownExperiment() {
        return Optional.ofNullable(shown).map(now -> now.question().experiment());
    }

    /// Whether what is shown answers the question, in part at least.
    public boolean isShownCurrent() {
        return shown != null && shown.question().equals(question);
    }

    /// What is known of a setting: the answer, if it is the one that is asked about.
    Outcome<A> outcome(Experiment experiment) {
        return shown != null
                        && progress instanceof Progress.Answered
                        && shown.question().settings().equals(question.settings())
                        && shown.question().experiment().equals(experiment)
                ? new Outcome.Answered<>(shown.answer())
                : new Outcome.Waiting<>();
    }

    Live<S, A> asking(Question<S> next) {
        return new Live<>(next, shown, new Progress.Computing());
    }

    /// The same to the lab, asked in other words.
    ///
    /// @param told what is shown as the answer to those
    Live<S, A> called(Question<S> next, UnaryOperator<A> told) {
        Shown<S, A> now = shown;
        return now != null && now.question().equals(question)
                ? new Live<>(next, new Shown<>(next, told.apply(now.answer())), progress)
                : new Live<>(next, now, progress);
    }

    Live<S, A> showing(Question<S> answered, A answer, Progress next) {
        return new Live<>(question, new Shown<>(answered, answer), next);
    }

    Live<S, A> at(Step step) {
        return with(
                switch (progress) {
                    case Progress.Computing _ -> new Progress.Computing(step);
                    case Progress.Refining _ -> new Progress.Refining(step);
                    case Progress.Answered _, Progress.Refused _, Progress.Cancelled _ -> progress;
                });
    }

    Live<S, A> with(Progress next) {
        return new Live<>(question, shown, next);
    }
}
