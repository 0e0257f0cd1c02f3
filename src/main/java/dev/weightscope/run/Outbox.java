package dev.weightscope.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Answers on their way to the reader: the newest of each question.
///
/// Only filling an *empty* outbox asks for a delivery, and a delivery takes everything: however
/// many answers there are between two deliveries, they cost one.
final class Outbox<Q, A> {
    private final Executor deliverer;
    private final Consumer<Answer<Q, A>> reader;
    private final Map<Place<Q>, Answer<Q, A>> pending = new LinkedHashMap<>();

    /// Where an answer waits: a step must not take the place of a partial answer.
    private record Place<Q>(Q question, boolean step) {}

    /// @param deliverer runs deliveries, on the reader's thread
    Outbox(Executor deliverer, Consumer<Answer<Q, A>> reader) {
        this.deliverer = deliverer;
        this.reader = reader;
    }

    /// Puts an answer in the place of an older one to the same question.
    ///
    /// @return whether the outbox was empty: a delivery is to be asked for then
    boolean add(Answer<Q, A> answer) {
        synchronized (pending) {
            boolean wasEmpty = pending.isEmpty();
            Place<Q> place = new Place<>(answer.question(), answer instanceof Answer.AtStep);
            pending.remove(place); // so that the newest is the last
            pending.put(place, answer);
            return wasEmpty;
        }
    }

    void askForDelivery() {
        deliverer.execute(this::deliver);
    }

    private void deliver() {
        List<Answer<Q, A>> answers;
        synchronized (pending) {
            answers = List.copyOf(pending.values());
            pending.clear();
        }
        answers.forEach(reader);
    }
}
