package dev.weightscope.ui.file;

import dev.weightscope.animation.AnimatedNumber;
import dev.weightscope.animation.SweptQuestion;
import dev.weightscope.animation.Way;
import dev.weightscope.chart.Figure;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import java.util.List;

/// What makes a picture move: the same of other answers.
///
/// @param settings what was asked of the experiment
/// @param picture of an answer; reads nothing of the window, since another thread calls it
public record Redraw<S, A>(Lab<S, A> lab, S settings, Picture<S, A> picture) {
    /// Draws a frame.
    @FunctionalInterface
    public interface Picture<S, A> {
        Figure figure(SweptQuestion.At<S> frame, A answer);
    }

    /// What can be animated of an experiment.
    List<AnimatedNumber> numbers(Experiment base) {
        return SweptQuestion.numbers(lab, new Question<>(base, settings));
    }

    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such way
    SweptQuestion<S> swept(Experiment base, Way way) {
        return SweptQuestion.of(lab, new Question<>(base, settings), way);
    }
}
