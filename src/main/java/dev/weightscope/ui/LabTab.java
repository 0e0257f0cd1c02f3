package dev.weightscope.ui;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.NoSettings;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Snapshot;
import dev.weightscope.run.Computation;
import dev.weightscope.run.LiveRun;
import dev.weightscope.run.Worker;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A lab in the window: its state, and what answers it.
///
/// @param <S> the lab's settings
/// @param <A> what it answers
public final class LabTab<S, A> {
    private final Lab<S, A> lab;
    private final LabState<S, A> state;
    private Consumer<List<Question<S>>> requests = _ -> {};
    private boolean isInSight;

    /// The state of a lab, a part of the session.
    public LabTab(Lab<S, A> lab, Session session) {
        this.lab = lab;
        state = new LabState<>(session, lab.key(), lab.options());
    }

    /// The state of the signal's lab.
    ///
    /// @throws java.util.NoSuchElementException if it is not among the tabs
    @SuppressWarnings("unchecked") // a signal's lab has no settings, and snapshots for answers
    public static LabState<NoSettings, Snapshot> signal(List<LabTab<?, ?>> tabs) {
        return (LabState<NoSettings, Snapshot>)
                tabs.stream()
                        .filter(tab -> tab.lab instanceof SignalLab)
                        .findFirst()
                        .orElseThrow()
                        .state;
    }

    public Lab<S, A> lab() {
        return lab;
    }

    public LabState<S, A> state() {
        return state;
    }

    /// Has the lab's questions answered from now on.
    ///
    /// @param deliverer runs what is to be done with answers, on the toolkit's thread
    public void connect(Worker worker, Executor deliverer, Kernel kernel, MemoryBudget memory) {
        LiveRun<Question<S>, A> live =
                new LiveRun<>(
                        worker,
                        new SolverComputation<>(lab.solver(kernel, memory)),
                        deliverer,
                        state::accept);
        requests = live::request;
        if (isInSight) {
            state.enter(requests);
        }
    }

    /// The lab comes to sight.
    void enter() {
        isInSight = true;
        state.enter(requests);
    }

    void leave() {
        isInSight = false;
        state.leave();
    }

    private record SolverComputation<S, A>(Solver<S, A> solver)
            implements Computation<Question<S>, A> {
        @Override
        public A run(
                Question<S> question, Cancellation cancellation, ProgressListener<A> listener) {
            return solver.solve(question, cancellation, listener);
        }

        @Override
        public void rest() {
            solver.rest();
        }
    }
}
