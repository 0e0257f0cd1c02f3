package dev.weightscope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Question;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.TextCodec;
import dev.weightscope.run.Answer;
import dev.weightscope.session.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A lab whose settings and answers are words.
class LabStateTest {
    private static final Experiment FIRST = Experiment.DEFAULT.withDepth(3);
    private static final Experiment SECOND = FIRST.withDepth(4);
    private static final Experiment THIRD = FIRST.withDepth(5);

    private final Session session = new Session(FIRST);
    private final LabState<String, String> lab =
            new LabState<>(
                    session,
                    "words",
                    new Options<>(
                            "plain",
                            List.of(
                                    Option.of(
                                            "word",
                                            "Word",
                                            "A word.",
                                            new TextCodec<>(
                                                    Codec.Form.WORD,
                                                    "WORD",
                                                    List.of(),
                                                    List.of("plain"),
                                                    (_, text) -> text,
                                                    text -> text),
                                            (_, word) -> word,
                                            word -> word))));
    private final List<List<Question<String>>> asked = new ArrayList<>();

    LabStateTest() {
        lab.enter((questions, _) -> asked.add(questions));
    }

    @Test
    void anEditAsksAndLeavesTheOldPictureMarkedAsOld() {
        answer(FIRST, "first");
        session.edit(_ -> SECOND);
        assertEquals(List.of(question(SECOND)), asked.getLast());
        assertEquals(live(SECOND, FIRST, "first", new Progress.Computing()), lab.live());
        answer(SECOND, "second");
        assertEquals(live(SECOND, SECOND, "second", new Progress.Answered()), lab.live());
    }

    @Test
    void anOvertakenAnswerIsShownAsOldWhileTheNewOneIsAwaited() {
        session.edit(_ -> SECOND);
        session.edit(_ -> THIRD);
        part(SECOND, "part");
        assertEquals(live(THIRD, SECOND, "part", new Progress.Computing()), lab.live());
        answer(SECOND, "second");
        assertEquals(live(THIRD, SECOND, "second", new Progress.Computing()), lab.live());
        answer(THIRD, "third");
        answer(SECOND, "second");
        assertEquals(live(THIRD, THIRD, "third", new Progress.Answered()), lab.live());
    }

    @Test
    void aPartIsShownUntilTheWholeAnswerComes() {
        part(FIRST, "part");
        assertEquals(live(FIRST, FIRST, "part", new Progress.Refining()), lab.live());
        answer(SECOND, "nothing older or other comes");
        assertEquals(live(FIRST, FIRST, "part", new Progress.Refining()), lab.live());
        answer(FIRST, "whole");
        part(FIRST, "part");
        assertEquals(live(FIRST, FIRST, "whole", new Progress.Answered()), lab.live());
    }

    @Test
    void whatIsKnownOfAPinIsNotAskedAgainWhenItIsMadeCurrent() {
        answer(FIRST, "first");
        Pin pin = session.pinCurrent();
        session.edit(_ -> SECOND);
        answer(SECOND, "second");
        int before = asked.size();
        session.makeCurrent(pin);
        assertEquals(live(FIRST, FIRST, "first", new Progress.Answered()), lab.live());
        assertTrue(asked.subList(before, asked.size()).stream().allMatch(List::isEmpty));
        lab.edit(_ -> "other");
        assertEquals(List.of(new Question<>(FIRST, "other")), asked.getLast(), "that is not known");
    }

    @Test
    void observersNeverSeeTheProgressOfOneQuestionBesideAnother() {
        List<Live<String, String>> seen = new ArrayList<>();
        lab.liveProperty().subscribe(now -> seen.add(now));
        answer(FIRST, "first");
        session.edit(_ -> SECOND);
        part(SECOND, "part");
        answer(SECOND, "second");
        assertEquals(
                List.of(
                        new Live<>(question(FIRST), null, new Progress.Computing()),
                        live(FIRST, FIRST, "first", new Progress.Answered()),
                        live(SECOND, FIRST, "first", new Progress.Computing()),
                        live(SECOND, SECOND, "part", new Progress.Refining()),
                        live(SECOND, SECOND, "second", new Progress.Answered())),
                seen);
    }

    @Test
    void itsSettingsAreAPartOfTheHistory() {
        lab.edit(_ -> "other");
        session.edit(_ -> SECOND);
        assertEquals(new Question<>(SECOND, "other"), lab.live().question());
        session.undo();
        assertEquals(new Question<>(FIRST, "other"), lab.live().question());
        session.undo();
        assertEquals(question(FIRST), lab.live().question());
        session.redo();
        assertEquals("other", lab.settings());
        session.restore(session.state().withLab("words", "--of-another-version 2"));
        assertEquals("plain", lab.settings());
    }

    @Test
    void aRefusalKeepsTheLastPicture() {
        answer(FIRST, "first");
        session.edit(_ -> SECOND);
        refuse(SECOND, "too large");
        assertEquals(live(SECOND, FIRST, "first", new Progress.Refused("too large")), lab.live());
        session.undo();
        assertInstanceOf(Progress.Computing.class, lab.live().progress());
    }

    @Test
    void aPinTakesTheWholeAnswerThatIsKnownAndAsksForTheOneItLacks() {
        part(FIRST, "part");
        Pin first = session.pinCurrent();
        assertEquals(new Outcome.Waiting<>(), lab.outcome(first));
        answer(FIRST, "first");
        assertEquals(new Outcome.Answered<>("first"), lab.outcome(first));
        session.edit(_ -> SECOND);
        Pin second = session.pinCurrent();
        session.edit(_ -> THIRD);
        assertEquals(List.of(question(THIRD), question(SECOND)), asked.getLast());
        answer(SECOND, "second");
        assertEquals(new Outcome.Answered<>("second"), lab.outcome(second));
        assertEquals(live(THIRD, FIRST, "first", new Progress.Computing()), lab.live());
    }

    @Test
    void anAnsweredSettingThatIsPinnedAsksNothing() {
        answer(FIRST, "first");
        int before = asked.size();
        Pin pin = session.pinCurrent();
        session.rename(pin, "mine");
        assertEquals(before, asked.size());
        assertEquals(
                new Outcome.Answered<>("first"), lab.outcome(session.pins().kept().getFirst()));
    }

    @Test
    void aRefusedPinSaysWhyAndIsAskedOnce() {
        session.edit(_ -> SECOND);
        Pin pin = session.pinCurrent();
        refuse(SECOND, "too large");
        assertEquals(new Outcome.Refused<>("too large"), lab.outcome(pin));
        session.edit(_ -> THIRD);
        session.edit(_ -> FIRST);
        assertEquals(List.of(question(FIRST)), asked.getLast());
    }

    @Test
    void aRemovedPinThatComesBackHasItsAnswerStill() {
        answer(FIRST, "first");
        Pin pin = session.pinCurrent();
        session.edit(_ -> SECOND);
        answer(SECOND, "second");
        int before = asked.size();
        session.remove(pin);
        session.undo();
        assertEquals(new Outcome.Answered<>("first"), lab.outcome(pin));
        assertEquals(before, asked.size());
    }

    @Test
    void renamingWhileSomethingIsUnderWayDoesNotBeginItAnew() {
        Pin pin = session.pinCurrent();
        int before = asked.size();
        session.rename(pin, "mine");
        session.toggle(session.pins().kept().getFirst());
        assertEquals(before, asked.size());
    }

    @Test
    void cancellingStopsTheLiveQuestionAndThenThePins() {
        answer(FIRST, "first");
        session.edit(_ -> SECOND);
        Pin pin = session.pinCurrent();
        session.edit(_ -> THIRD);
        lab.cancel();
        assertEquals(live(THIRD, FIRST, "first", new Progress.Cancelled()), lab.live());
        assertEquals(List.of(question(SECOND)), asked.getLast());
        lab.cancel();
        assertInstanceOf(Outcome.Refused.class, lab.outcome(pin));
        assertEquals(List.of(), asked.getLast());
        session.edit(e -> e.withGain(2));
        assertEquals(List.of(question(THIRD.withGain(2))), asked.getLast());
    }

    @Test
    void cancellingAQuestionThatIsPinnedTooStopsItAtOnce() {
        Pin pin = session.pinCurrent();
        lab.cancel();
        assertEquals(List.of(), asked.getLast());
        assertInstanceOf(Progress.Cancelled.class, lab.live().progress());
        assertInstanceOf(Outcome.Refused.class, lab.outcome(pin));
        session.makeCurrent(pin);
        lab.resume();
        assertEquals(List.of(question(FIRST)), asked.getLast());
        assertEquals(new Outcome.Waiting<>(), lab.outcome(pin));
        lab.cancel();
        session.edit(_ -> SECOND);
        session.makeCurrent(pin);
        assertEquals(List.of(question(FIRST)), asked.getLast());
        answer(FIRST, "first");
        assertEquals(new Outcome.Answered<>("first"), lab.outcome(pin));
    }

    @Test
    void otherBinsThanTheSettingsHaveAreAskedForLiveAndPinned() {
        UnaryOperator<Binning> own = binning -> binning.withRange(new BinRange.Own());
        Experiment firstOwn = FIRST.withBinning(own.apply(FIRST.binning()));
        Experiment secondOwn = SECOND.withBinning(own.apply(SECOND.binning()));
        Pin pin = session.pinCurrent();
        answer(FIRST, "first");
        session.edit(_ -> SECOND);
        answer(SECOND, "second");
        lab.countIn(own);
        assertEquals(List.of(question(secondOwn), question(firstOwn)), asked.getLast());
        assertEquals(live(SECOND, SECOND, "second", new Progress.Computing()), lab.live());
        assertEquals(new Outcome.Waiting<>("first"), lab.outcome(pin));
        answer(firstOwn, "first, own");
        answer(secondOwn, "second, own");
        assertEquals(live(SECOND, SECOND, "second, own", new Progress.Answered()), lab.live());
        assertEquals(new Outcome.Answered<>("first, own"), lab.outcome(pin));
        session.edit(_ -> THIRD);
        session.edit(e -> e.withGain(2));
        answer(THIRD.withBinning(own.apply(THIRD.binning())), "third, own");
        assertEquals(
                live(THIRD.withGain(2), THIRD, "third, own", new Progress.Computing()), lab.live());
        int before = asked.size();
        lab.countIn(own);
        assertEquals(before, asked.size());
        lab.countIn(UnaryOperator.identity());
        assertEquals(List.of(question(THIRD.withGain(2)), question(FIRST)), asked.getLast());
    }

    @Test
    void whatIsUnderWayStopsWhenTheLabLeavesTheSight() {
        lab.leave();
        assertEquals(List.of(List.of(question(FIRST)), List.of()), asked);
        lab.enter((questions, _) -> asked.add(questions));
        assertEquals(List.of(question(FIRST)), asked.getLast());
    }

    @Test
    void outOfSightNothingIsAskedAndInSightWhatHasChanged() {
        answer(FIRST, "first");
        lab.leave();
        int before = asked.size();
        session.edit(_ -> SECOND);
        session.edit(_ -> THIRD);
        session.pinCurrent();
        assertEquals(before, asked.size());
        lab.enter((questions, _) -> asked.add(questions));
        assertEquals(List.of(question(THIRD)), asked.getLast());
    }

    @Test
    void whatGoesOnIsNotAskedAgainWhenTheLabComesBack() {
        List<Integer> steps = new ArrayList<>();
        Requests<String> requests = (_, count) -> steps.add(count);
        lab.enter(requests);
        lab.lookAway();
        session.edit(_ -> SECOND);
        part(FIRST, "part");
        assertEquals(live(SECOND, FIRST, "part", new Progress.Computing()), lab.live());
        session.undo();
        lab.enter(requests);
        assertEquals(List.of(Asker.ALL_STEPS), steps);
        answer(FIRST, "first");
        assertEquals(live(FIRST, FIRST, "first", new Progress.Answered()), lab.live());
    }

    @Test
    void itIsToldWhereThePinsAreUntilNoneIsLeft() {
        session.pinCurrent();
        session.edit(_ -> SECOND);
        answer(SECOND, "second");
        Step step = new Step("run", 3, 10);
        lab.accept(new Answer.AtStep<>(question(FIRST), step));
        assertEquals(Optional.of(step), lab.stepProperty().get());
        assertEquals(new Progress.Answered(), lab.live().progress());
        lab.cancelAll();
        assertEquals(Optional.empty(), lab.stepProperty().get());
        lab.resume();
        lab.accept(new Answer.AtStep<>(question(FIRST), step));
        answer(FIRST, "first");
        assertEquals(Optional.empty(), lab.stepProperty().get());
    }

    @Test
    void answersStandStillGoAStepAndGoOn() {
        session.pinCurrent();
        session.edit(_ -> SECOND);
        List<Integer> steps = new ArrayList<>();
        lab.enter((questions, count) -> {
            asked.add(questions);
            steps.add(count);
        });
        lab.pause();
        assertTrue(lab.pausedProperty().get());
        assertFalse(lab.isBusy());
        lab.pause();
        lab.step();
        session.edit(_ -> THIRD);
        lab.resume();
        assertFalse(lab.pausedProperty().get());
        assertEquals(List.of(Asker.ALL_STEPS, 0, 1, 0, Asker.ALL_STEPS), steps);
        assertEquals(List.of(question(THIRD), question(FIRST)), asked.getLast());
    }

    @Test
    void aPinsAnswerIsShownAsItGrows() {
        Pin pin = session.pinCurrent();
        session.edit(_ -> SECOND);
        part(FIRST, "part");
        assertEquals(new Outcome.Waiting<>("part"), lab.outcome(pin));
        answer(FIRST, "first");
        part(FIRST, "late");
        assertEquals(new Outcome.Answered<>("first"), lab.outcome(pin));
    }

    @Test
    void otherSettingsAskAnewForPinsTooAndShowWhatIsKnownMeanwhile() {
        answer(FIRST, "first");
        Pin pin = session.pinCurrent();
        session.edit(_ -> SECOND);
        lab.edit(_ -> "fancy");
        assertEquals(
                List.of(new Question<>(SECOND, "fancy"), new Question<>(FIRST, "fancy")),
                asked.getLast());
        answer(FIRST, "first, plain, late");
        assertEquals(new Outcome.Waiting<>("first"), lab.outcome(pin));
        assertTrue(lab.live().progress().isUnderWay());
    }

    private static Question<String> question(Experiment experiment) {
        return new Question<>(experiment, "plain");
    }

    private static Live<String, String> live(
            Experiment asked, Experiment answered, String answer, Progress progress) {
        return new Live<>(question(asked), new Live.Shown<>(question(answered), answer), progress);
    }

    private void answer(Experiment experiment, String answer) {
        lab.accept(new Answer.Complete<>(question(experiment), answer));
    }

    private void part(Experiment experiment, String answer) {
        lab.accept(new Answer.Partial<>(question(experiment), answer));
    }

    private void refuse(Experiment experiment, String sentence) {
        lab.accept(new Answer.Refused<>(question(experiment), sentence));
    }
}
