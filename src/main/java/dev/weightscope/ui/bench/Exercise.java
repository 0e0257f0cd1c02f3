package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerMoments.Extent;
import java.util.Optional;

/// Questions to the window, one after the other, and what of their answers is to be seen. Toolkit
/// thread only.
interface Exercise {
    /// Brings the window to where it begins; what that asks for need not be answered at once.
    void prepare();

    /// Whether all that was asked is answered, and has been [seen][#look].
    boolean isAnswered();

    /// Begins, when what [#prepare] asked for is answered.
    void begin();

    /// Does what is to be done at a step, of which there are 60 a second.
    Done move(int step);

    /// What is done at a step.
    enum Done {
        /// Something is asked, mostly something else than before.
        MOVED,
        /// An answer is waited for.
        WAITED,
        /// Nothing: all is done.
        NOTHING
    }

    /// What is asked now: equal to itself alone.
    Object question();

    /// No step follows.
    void end();

    /// What is to be seen that was not before; called when a frame has been laid out, in which
    /// charts draw.
    Optional<Seen> look();

    /// The window is no longer looked at.
    void close();

    /// A new picture.
    ///
    /// @param question that it answers; empty for none of this exercise
    record Seen(Optional<Object> question, Extent extent) {}
}
