package dev.weightscope.ui.state;

import dev.weightscope.lab.Question;
import java.util.List;

/// Who answers a lab's questions.
@FunctionalInterface
public interface Requests<S> {
    /// Asks for answers in the place of all that was asked before.
    ///
    /// @param questions the most urgent first
    /// @param steps as for [dev.weightscope.lab.Asker#steps]
    void ask(List<Question<S>> questions, int steps);
}
