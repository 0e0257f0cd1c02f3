package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The way back and forth between experiments. All changes of one gesture (a drag, a held key) are
/// one step.
final class History {
    private static final int MAX_STEPS = 500;

    private final Deque<Experiment> past = new ArrayDeque<>();
    private final Deque<Experiment> future = new ArrayDeque<>();
    private boolean inGesture;
    private boolean gestureRecorded;

    void beginGesture() {
        inGesture = true;
        gestureRecorded = false;
    }

    void endGesture() {
        inGesture = false;
    }

    /// Notes that `before` is about to be replaced.
    void record(Experiment before) {
        future.clear();
        if (inGesture && gestureRecorded) {
            return;
        }
        gestureRecorded = true;
        past.push(before);
        if (past.size() > MAX_STEPS) {
            past.removeLast();
        }
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    /// Steps back from `current`; empty at the beginning.
    Optional<Experiment> undo(Experiment current) {
        return step(past, future, current);
    }

    /// Steps forth from `current`; empty at the end.
    Optional<Experiment> redo(Experiment current) {
        return step(future, past, current);
    }

    private static Optional<Experiment> step(
            Deque<Experiment> from, Deque<Experiment> to, Experiment current) {
        Optional<Experiment> target = Optional.ofNullable(from.poll());
        target.ifPresent(_ -> to.push(current));
        return target;
    }
}
