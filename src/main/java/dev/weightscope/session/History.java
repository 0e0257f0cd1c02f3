package dev.weightscope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The states before and after the current one; all changes of one gesture (a drag, a held key) are
/// one step.
///
/// @param <T> an immutable state
public final class History<T> {
    private static final int MAX_STEPS = 500;

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private boolean inGesture;
    private boolean gestureRecorded;

    public void beginGesture() {
        inGesture = true;
        gestureRecorded = false;
    }

    public void endGesture() {
        inGesture = false;
    }

    /// Notes that `before` is about to be replaced.
    public void record(T before) {
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

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /// Steps back from `current`; empty at the beginning.
    public Optional<T> undo(T current) {
        return step(past, future, current);
    }

    /// Steps forth from `current`; empty at the end.
    public Optional<T> redo(T current) {
        return step(future, past, current);
    }

    /// What a gesture still changes is a step of its own then: the one that it had has been taken
    /// back.
    private Optional<T> step(Deque<T> from, Deque<T> to, T current) {
        Optional<T> target = Optional.ofNullable(from.poll());
        target.ifPresent(_ -> {
            to.push(current);
            gestureRecorded = false;
        });
        return target;
    }
}
