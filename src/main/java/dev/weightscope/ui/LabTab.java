package dev.weightscope.ui;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.option.SettingsText;
import dev.weightscope.option.Words;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.run.LiveRun;
import dev.weightscope.run.Worker;
import dev.weightscope.session.Pin;
import dev.weightscope.session.SessionState;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Requests;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.util.Subscription;

/// A lab in the window: its state, and what answers it.
///
/// @param <S> the lab's settings
/// @param <A> what it answers
public final class LabTab<S, A> implements WindowTab {
    private final Lab<S, A> lab;
    private final LabState<S, A> state;
    private Requests<S> requests = (_, _) -> {};
    private boolean isInSight;

    /// The state of a lab, a part of the session.
    public LabTab(Lab<S, A> lab, Session session) {
        this.lab = lab;
        state = new LabState<>(session, lab);
    }

    /// The state of the signal's lab.
    ///
    /// @throws java.util.NoSuchElementException if it is not among the tabs
    public static LabState<SignalSettings, SignalAnswer> signal(List<LabTab<?, ?>> tabs) {
        return tabs.stream()
                .flatMap(tab -> tab.of(SignalLab.class).stream())
                .findFirst()
                .orElseThrow()
                .state;
    }

    /// Itself, if it is a lab's of some kind.
    @SuppressWarnings("unchecked") // a lab of that kind has these settings and answers
    <T, B> Optional<LabTab<T, B>> of(Class<? extends Lab<T, B>> kind) {
        return kind.isInstance(lab) ? Optional.of((LabTab<T, B>) this) : Optional.empty();
    }

    /// Itself, if it is the training lab's.
    Optional<LabTab<TrainingSettings, TrainingAnswer>> training() {
        return of(TrainingLab.class);
    }

    public Lab<S, A> lab() {
        return lab;
    }

    @Override
    public String key() {
        return lab.key();
    }

    @Override
    public String label() {
        return lab.label();
    }

    @Override
    public boolean isBusy() {
        return state.isBusy();
    }

    @Override
    public Subscription follow(Consumer<Live<?, ?>> listener) {
        return state.liveProperty().subscribe(now -> listener.accept(now));
    }

    public LabState<S, A> state() {
        return state;
    }

    /// The command line that prints the lab's answer about an experiment, and about the pins where
    /// the lab compares.
    @Override
    public String commandLine(SessionState session) {
        List<String> words = new ArrayList<>(List.of("weightscope", lab.command()));
        Question<S> question = new Question<>(session.experiment(), state.said());
        words.add(ExperimentText.format(lab.said(question)));
        words.add(new SettingsText<>(lab.options()).format(question.settings()));
        if (lab.compares()) {
            session.pins().kept().stream()
                    .map(Pin::experiment)
                    .filter(pinned -> !pinned.equals(session.experiment()))
                    .forEach(pinned -> {
                        words.add("--pin");
                        words.add(Words.quote(ExperimentText.formatAll(pinned)));
                    });
        }
        return words.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    /// Has the lab's questions answered from now on.
    ///
    /// @param worker of the lab in sight, or for a lab that [Lab#isLong] one behind it
    /// @param deliverer runs what is to be done with answers, on the toolkit's thread
    public void connect(Worker worker, Executor deliverer, Kernel kernel, MemoryBudget memory) {
        LiveRun<Question<S>, A> live =
                new LiveRun<>(worker, lab.solver(kernel, memory), deliverer, state::accept);
        requests = live::request;
        if (isInSight) {
            state.enter(requests);
        }
    }

    /// Gives up what is under way: of a long lab all, of which what there is stays.
    @Override
    public void cancel() {
        if (lab.isLong()) {
            state.cancelAll();
        } else {
            state.cancel();
        }
    }

    @Override
    public void enter() {
        isInSight = true;
        state.enter(requests);
    }

    /// What is long goes on, and what is not is given up.
    @Override
    public void leave() {
        isInSight = false;
        if (lab.isLong()) {
            state.lookAway();
        } else {
            state.leave();
        }
    }
}
