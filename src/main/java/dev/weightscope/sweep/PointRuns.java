package dev.weightscope.sweep;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Refusal;
import java.util.List;

/// What computes the figures of runs.
interface PointRuns {
    /// Computes some groups of runs, as many as a tenth of a second has room for but at least one:
    /// whoever waits is told in between.
    ///
    /// @param groups in the order of their urgency, at least one
    /// @param cancellation asked some milliseconds of work apart
    /// @param taker told of what is computed, on the calling thread, even where the work is
    ///   cancelled
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void some(List<Group> groups, Cancellation cancellation, Taker taker);

    /// Gives back memory.
    void rest();

    /// Runs of one sweep that are computed at once.
    record Group(Sweeping sweeping, List<Integer> runs) {}

    /// Who is told what is found.
    interface Taker {
        void take(Sweeping sweeping, int run, double value);

        /// @param run that has no answer
        void refuse(Sweeping sweeping, int run, Refusal refusal);
    }
}
