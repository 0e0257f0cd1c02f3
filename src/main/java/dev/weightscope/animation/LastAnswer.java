package dev.weightscope.animation;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import org.jspecify.annotations.Nullable;

/// Answers the questions of frames one after the other; the same one as before is not computed
/// again. For use by one thread at a time.
public final class LastAnswer<S, A> {
    private final Solver<S, A> solver;
    private final Cancellation cancellation;
    private @Nullable Question<S> question;
    private @Nullable A answer;

    public LastAnswer(Solver<S, A> solver, Cancellation cancellation) {
        this.solver = solver;
        this.cancellation = cancellation;
    }

    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is none
    public A to(Question<S> asked) {
        A known = answer;
        if (known != null && asked.equals(question)) {
            return known;
        }
        A found = solver.solve(asked, cancellation, ProgressListener.none());
        question = asked;
        answer = found;
        return found;
    }
}
