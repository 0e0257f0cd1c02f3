package dev.weightscope.ui.state;

import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;
import dev.weightscope.run.Answer;
import dev.weightscope.session.Pin;
import dev.weightscope.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the window knows of one lab: its settings, its live question with the answer, and how its
/// question about each pin stands. To be used on one thread, the toolkit's.
///
/// While the lab is in sight it asks whatever it does not know: the live question first, then each
/// pin's, once. Out of sight it asks nothing.
///
/// Whether the answers grow or stand still ([#pause]) is no setting: it does not change what an
/// answer is, so it stands in no file and no command line, and there is nothing to undo.
///
/// @param <S> the lab's settings, an immutable record
/// @param <A> what it answers
public final class LabState<S, A> {
    private final Session session;
    private final String key;
    private final SettingsText<S> text;
    private final ReadOnlyObjectWrapper<Live<S, A>> live;
    private final ReadOnlyObjectWrapper<Map<Experiment, Outcome<A>>> outcomes =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable A> answer = new ReadOnlyObjectWrapper<>();
    private final Outstanding<S> outstanding = new Outstanding<>();

    private final Asking<S, A> asking;

    /// The state of a lab that asks the same of every setting.
    ///
    /// @param key the lab's
    /// @param options the lab's own
    public LabState(Session session, String key, Options<S> options) {
        this(session, key, options, Asking.alike());
    }

    /// The state of a lab, whose settings are kept as they are saved.
    public LabState(Session session, Lab<S, A> lab) {
        this(session, lab.key(), lab.saved().options(), Asking.of(lab));
        session.onExperiment(this::keep);
    }

    private LabState(Session session, String key, Options<S> options, Asking<S, A> asking) {
        this.session = session;
        this.asking = asking;
        this.key = key;
        text = new SettingsText<>(options);
        live =
                new ReadOnlyObjectWrapper<>(
                        new Live<>(question(session.state()), null, new Progress.Computing()));
        live.subscribe(now -> answer.set(now.answer().orElse(null)));
        session.stateProperty().addListener((_, _, _) -> follow());
        follow();
    }

    /// Sends this and every later question to `requests` while the lab is in sight. A newer request
    /// takes the place of the one before.
    public void enter(Requests<S> requests) {
        outstanding.enter(requests);
        resumeCancelled();
        ask();
    }

    /// Goes on after a [#pause], and asks the live question again, if a person had given it up; its
    /// pin's too, which is the same.
    public void resume() {
        outstanding.resume();
        resumeCancelled();
    }

    /// Has all answers stand still where they are, until [#resume]; those to new questions too, at
    /// their beginning. For labs whose answers grow.
    public void pause() {
        outstanding.pause();
    }

    /// Has all answers go one step on and stand still there.
    public void step() {
        outstanding.step();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return outstanding.pausedProperty();
    }

    /// All is asked in one request: whoever computes lets go of what is not asked any more.
    private void resumeCancelled() {
        boolean isLive = live.get().progress() instanceof Progress.Cancelled;
        Map<Experiment, Outcome<A>> next = Outcomes.resumed(outcomes.get());
        if (isLive) {
            next.computeIfPresent(session.experiment(), (_, _) -> new Outcome.Waiting<>());
            live.set(live.get().with(new Progress.Computing()));
        }
        tell(next);
        ask();
    }

    /// Asks no more, and gives up what is under way.
    public void leave() {
        outstanding.leave();
    }

    /// Asks no more; what is under way goes on, and its answers are taken.
    public void lookAway() {
        outstanding.lookAway();
    }

    /// Where what is asked is, live or pinned; empty where nothing is, or that is not known.
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return outstanding.stepProperty();
    }

    public Live<S, A> live() {
        return live.get();
    }

    public ReadOnlyObjectProperty<Live<S, A>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /// What is shown, null before the first answer: changes with the answer alone, where
    /// [#liveProperty] changes with each question too.
    public ReadOnlyObjectProperty<@Nullable A> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The settings in force, with what they leave to the experiment.
    public S settings() {
        return live.get().question().settings();
    }

    /// The settings as they are saved.
    public S said() {
        return settings(session.state());
    }

    private Question<S> question(SessionState state) {
        return asking.live(state.experiment(), settings(state));
    }

    /// What a person changes of the experiment is no change of what the settings have left to it so
    /// far: they say that themselves then.
    private SessionState keep(SessionState before, SessionState after) {
        Question<S> then = question(before);
        return question(after).settings().equals(then.settings())
                ? after
                : after.withLab(key, text.format(then.settings()));
    }

    /// How the question about a pin's setting stands.
    public Outcome<A> outcome(Pin pin) {
        return outcomes.get().getOrDefault(pin.experiment(), new Outcome.Waiting<>());
    }

    /// Changes whenever an [#outcome] does.
    public ReadOnlyObjectProperty<Map<Experiment, Outcome<A>>> outcomesProperty() {
        return outcomes.getReadOnlyProperty();
    }

    /// Changes the lab's settings, as a step that can be undone; it asks anew for every pin too.
    ///
    /// @throws Refusal if the change is refused; nothing has happened then
    public void edit(UnaryOperator<S> change) {
        session.editLab(key, text.format(change.apply(said())));
    }

    /// The defaults where the state has settings of another version of the lab.
    private S settings(SessionState state) {
        try {
            return text.parse(state.labs().getOrDefault(key, ""));
        } catch (Refusal _) {
            return text.options().defaults();
        }
    }

    /// Asks for other bins than the settings have, live and pinned alike, as long as a chart needs
    /// them: what is asked is then a setting of its own, which says so in its caption; what is live
    /// and pinned stays as it is.
    ///
    /// @param newBins the bins to ask for, by those of a setting
    public void countIn(UnaryOperator<Binning> newBins) {
        if (asking.countIn(newBins)) {
            outcomes.set(Outcomes.waiting(outcomes.get()));
            live.set(live.get().asking(live.get().question()));
            ask();
        }
    }

    private Experiment asked(Experiment setting) {
        return asking.experiment(setting, live.get().question());
    }

    /// The question as it would be with the bins that the live setting has.
    private Question<S> inLiveBins(Question<S> question) {
        return new Question<>(
                question.experiment().withBinning(session.experiment().binning()),
                question.settings());
    }

    /// Whether anything is being computed for it.
    public boolean isBusy() {
        return outstanding.isBusy();
    }

    /// Gives up all that is under way, the live question and the pins'. What there is of the
    /// answers stays, and [#resume] goes on with all.
    public void cancelAll() {
        if (live.get().progress().isUnderWay()) {
            live.set(live.get().with(new Progress.Cancelled()));
        }
        outcomes.set(Outcomes.cancelled(outcomes.get()));
        ask();
    }

    /// Gives up what is under way: the live question, or once that is settled the pins'. What is
    /// shown stays.
    public void cancel() {
        if (live.get().progress().isUnderWay()) {
            Experiment current = session.experiment();
            live.set(live.get().with(new Progress.Cancelled()));
            // Or its pin would ask for the same at once.
            cancelPins(current::equals);
        } else {
            cancelPins(_ -> true);
        }
        ask();
    }

    private void cancelPins(Predicate<Experiment> isCancelled) {
        outcomes.set(Outcomes.givenUp(outcomes.get(), isCancelled));
    }

    /// Takes an answer, in whatever order answers come.
    public void accept(Answer<Question<S>, A> answer) {
        if (!answer.question().settings().equals(settings())) {
            return;
        }
        switch (answer) {
            case Answer.Complete<Question<S>, A>(var question, var whole) -> {
                settle(question, new Outcome.Answered<>(whole));
                if (isLive(question)) {
                    live.set(
                            live.get()
                                    .showing(
                                            live.get().question(),
                                            told(session.experiment(), whole),
                                            new Progress.Answered()));
                } else if (isOvertaken(question)) {
                    // Newer than what is shown: the charts follow while a slider is dragged.
                    live.set(
                            live.get().showing(inLiveBins(question), whole, live.get().progress()));
                }
            }
            case Answer.Partial<Question<S>, A>(var question, var part) -> {
                if (isLive(question)) {
                    if (live.get().progress().isUnderWay()) {
                        live.set(
                                live.get()
                                        .showing(
                                                live.get().question(),
                                                told(session.experiment(), part),
                                                new Progress.Refining()));
                    }
                } else if (isOvertaken(question)) {
                    live.set(live.get().showing(inLiveBins(question), part, live.get().progress()));
                }
                growPins(question, part);
            }
            case Answer.AtStep<Question<S>, A>(var question, var step) -> {
                outstanding.at(step);
                if (isLive(question)) {
                    live.set(live.get().at(step));
                }
            }
            case Answer.Refused<Question<S>, A>(var question, var reason) -> {
                settle(question, new Outcome.Refused<>(reason));
                if (isLive(question)) {
                    live.set(live.get().with(new Progress.Refused(reason)));
                }
            }
        }
    }

    private boolean isLive(Question<S> question) {
        return question.experiment().equals(asked(session.experiment()));
    }

    private boolean isOvertaken(Question<S> question) {
        return live.get().progress() instanceof Progress.Computing
                && session.pins().kept().stream()
                        .map(Pin::experiment)
                        .noneMatch(pinned -> asked(pinned).equals(question.experiment()));
    }

    private void settle(Question<S> question, Outcome<A> outcome) {
        outstanding.answered(question);
        tell(
                Outcomes.settled(
                        outcomes.get(),
                        asking(question),
                        setting -> outcome.map(answer -> told(setting, answer))));
    }

    /// Shows what there is of an answer to a pin's question.
    private void growPins(Question<S> question, A part) {
        tell(Outcomes.grown(outcomes.get(), asking(question), setting -> told(setting, part)));
    }

    private A told(Experiment setting, A answer) {
        return asking.told(setting, settings(), answer);
    }

    /// The settings of which a question is.
    private Predicate<Experiment> asking(Question<S> question) {
        return setting -> asked(setting).equals(question.experiment());
    }

    private void follow() {
        Question<S> next = question(session.state());
        if (!next.settings().equals(settings())) {
            outcomes.set(Outcomes.waiting(outcomes.get()));
        } else {
            Question<S> before = live.get().question();
            tell(
                    Outcomes.settled(
                            outcomes.get(),
                            setting -> asking.isOther(setting, before, next),
                            _ -> new Outcome.Waiting<>()));
        }
        if (!next.equals(live.get().question())) {
            boolean isAlike = asking.isAlike(next, live.get().question());
            live.set(
                    isAlike
                            ? live.get().called(next, shown -> told(next.experiment(), shown))
                            : known(next));
        }
        followPins();
        ask();
    }

    /// Asks the live question, unless a pin's answer is the answer to it.
    private Live<S, A> known(Question<S> next) {
        return outcomes.get().get(next.experiment()) instanceof Outcome.Answered<A>(A whole)
                ? new Live<>(next, new Live.Shown<>(next, whole), new Progress.Answered())
                : live.get().asking(next);
    }

    private void followPins() {
        if (session.pins().kept().isEmpty() && outcomes.get().isEmpty()) {
            return; // most moves of a slider
        }
        Set<Experiment> pinned =
                session.pins().kept().stream().map(Pin::experiment).collect(Collectors.toSet());
        tell(Outcomes.pinned(outcomes.get(), pinned, live.get()::outcome));
    }

    /// Most answers and most moves of a slider are no pin's business.
    private void tell(Map<Experiment, Outcome<A>> next) {
        if (!next.equals(outcomes.get())) {
            outcomes.set(next);
        }
    }

    private void ask() {
        List<Question<S>> questions = new ArrayList<>();
        if (live.get().progress().isUnderWay()) {
            questions.add(new Question<>(asked(session.experiment()), settings()));
        }
        for (Pin pin : session.pins().kept()) {
            Question<S> question = new Question<>(asked(pin.experiment()), settings());
            if (outcome(pin) instanceof Outcome.Waiting<A> && !questions.contains(question)) {
                questions.add(question);
            }
        }
        outstanding.ask(questions);
    }
}
