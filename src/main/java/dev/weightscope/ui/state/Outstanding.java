package dev.weightscope.ui.state;

import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Step;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a lab was asked and has not answered yet, and whether that goes on.
final class Outstanding<S> {
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Step>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Requests<S> requests = (_, _) -> {};
    private List<Question<S>> questions = List.of();
    private boolean isInSight;

    /// Sends questions to `next`. One that went on meanwhile knows them already.
    @SuppressWarnings("ReferenceEquality") // whoever answers has no value but itself
    void enter(Requests<S> next) {
        if (requests != next) {
            requests = next;
            questions = List.of();
        }
        isInSight = true;
    }

    void leave() {
        if (!questions.isEmpty()) {
            requests.ask(List.of(), Asker.ALL_STEPS);
        }
        isInSight = false;
        requests = (_, _) -> {};
        step.set(Optional.empty());
    }

    void lookAway() {
        isInSight = false;
    }

    boolean isBusy() {
        return isInSight && !paused.get() && !questions.isEmpty();
    }

    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    void pause() {
        if (!paused.get()) {
            paused.set(true);
            askAgain(0);
        }
    }

    void step() {
        paused.set(true);
        askAgain(1);
    }

    void resume() {
        if (paused.get()) {
            paused.set(false);
            askAgain(Asker.ALL_STEPS);
        }
    }

    private void askAgain(int steps) {
        if (!questions.isEmpty()) {
            requests.ask(questions, steps);
        }
    }

    void answered(Question<S> question) {
        questions = questions.stream().filter(each -> !each.equals(question)).toList();
        if (questions.isEmpty()) {
            step.set(Optional.empty());
        }
    }

    /// What is asked has come to a step.
    void at(Step next) {
        if (!questions.isEmpty()) {
            step.set(Optional.of(next));
        }
    }

    ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Asks, in sight, unless that is what is outstanding: to ask again would begin anew what is
    /// under way.
    void ask(List<Question<S>> wanted) {
        if (isInSight && !wanted.equals(questions)) {
            questions = List.copyOf(wanted);
            step.set(Optional.empty());
            requests.ask(questions, paused.get() ? 0 : Asker.ALL_STEPS);
        }
    }
}
