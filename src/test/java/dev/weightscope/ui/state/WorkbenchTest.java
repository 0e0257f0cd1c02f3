package dev.weightscope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.ui.testing.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final Experiment FIRST = Experiment.DEFAULT.withDepth(3);
    private final Workbench workbench = new Workbench(FIRST);
    private final List<List<Experiment>> asked = new ArrayList<>();

    WorkbenchTest() {
        workbench.connect(asked::add);
    }

    @Test
    void anEditAsksTheEngineAndLeavesTheOldPictureMarkedAsOld() {
        answer(FIRST);
        workbench.edit(e -> e.withDepth(4));
        assertEquals(List.of(FIRST.withDepth(4)), asked.getLast());
        assertEquals(FIRST, shownExperiment());
        assertInstanceOf(Progress.Computing.class, progress());
        answer(FIRST.withDepth(4));
        assertEquals(FIRST.withDepth(4), shownExperiment());
        assertInstanceOf(Progress.Answered.class, progress());
    }

    @Test
    void anEditThatChangesNothingAsksNothing() {
        int questions = asked.size();
        workbench.edit(e -> e.withDepth(3));
        assertEquals(questions, asked.size());
        assertFalse(workbench.undoableProperty().get());
    }

    @Test
    void aRefusedEditLeavesEverythingAsItWas() {
        assertThrows(Refusal.class, () -> workbench.edit(e -> e.withDepth(0)));
        assertEquals(FIRST, workbench.experiment());
        assertFalse(workbench.undoableProperty().get());
    }

    @Test
    void anOvertakenAnswerIsShownAsOldWhileTheNewOneIsAwaited() {
        workbench.edit(e -> e.withDepth(4));
        workbench.edit(e -> e.withDepth(5));
        answer(FIRST.withDepth(4));
        assertEquals(FIRST.withDepth(4), shownExperiment());
        assertInstanceOf(Progress.Computing.class, progress());
        answer(FIRST.withDepth(5));
        answer(FIRST.withDepth(4));
        assertEquals(FIRST.withDepth(5), shownExperiment());
        assertInstanceOf(Progress.Answered.class, progress());
    }

    @Test
    void aPreviewIsShownUntilTheWholeAnswerComes() {
        workbench.edit(e -> e.withDepth(4));
        preview(FIRST.withDepth(4));
        assertEquals(FIRST.withDepth(4), shownExperiment());
        assertEquals(64, shown().samples());
        assertInstanceOf(Progress.Refining.class, progress());
        answer(FIRST);
        assertEquals(FIRST.withDepth(4), shownExperiment(), "nothing older comes back");
        answer(FIRST.withDepth(4));
        assertEquals(1000, shown().samples());
        assertInstanceOf(Progress.Answered.class, progress());
        preview(FIRST.withDepth(4));
        assertEquals(1000, shown().samples());
        assertInstanceOf(Progress.Answered.class, progress());
    }

    @Test
    void anOvertakenPreviewIsShownAsOld() {
        workbench.edit(e -> e.withDepth(4));
        workbench.edit(e -> e.withDepth(5));
        preview(FIRST.withDepth(4));
        assertEquals(FIRST.withDepth(4), shownExperiment());
        assertInstanceOf(Progress.Computing.class, progress());
    }

    @Test
    void aPinTakesOnlyTheWholeAnswer() {
        preview(FIRST);
        workbench.pinCurrent();
        assertTrue(workbench.pins().getFirst().answer().isEmpty());
        preview(FIRST);
        assertTrue(workbench.pins().getFirst().answer().isEmpty());
        answer(FIRST);
        assertTrue(workbench.pins().getFirst().answer().isPresent());
    }

    @Test
    void aRefusalOfTheEngineKeepsTheLastPicture() {
        answer(FIRST);
        workbench.edit(e -> e.withWidth(16384));
        workbench.refuse(FIRST.withWidth(16384), "too large");
        assertEquals(new Progress.Refused("too large"), progress());
        assertEquals(FIRST, shownExperiment());
        workbench.undo();
        assertInstanceOf(Progress.Computing.class, progress());
    }

    @Test
    void undoAndRedoWalkTheEdits() {
        workbench.edit(e -> e.withDepth(4));
        workbench.edit(e -> e.withGain(2));
        workbench.undo();
        assertEquals(FIRST.withDepth(4), workbench.experiment());
        workbench.undo();
        assertEquals(FIRST, workbench.experiment());
        assertFalse(workbench.undoableProperty().get());
        workbench.redo();
        workbench.redo();
        assertEquals(FIRST.withDepth(4).withGain(2), workbench.experiment());
        assertFalse(workbench.redoableProperty().get());
    }

    @Test
    void aDragIsOneStep() {
        workbench.beginGesture();
        for (int depth = 4; depth < 100; depth++) {
            int wanted = depth;
            workbench.edit(e -> e.withDepth(wanted));
        }
        workbench.endGesture();
        workbench.edit(e -> e.withGain(2));
        workbench.undo();
        assertEquals(99, workbench.experiment().depth());
        workbench.undo();
        assertEquals(FIRST, workbench.experiment());
    }

    @Test
    void aPinKeepsTheAnswerItHasAndAsksForTheOneItLacks() {
        answer(FIRST);
        int questions = asked.size();
        workbench.pinCurrent();
        assertEquals(questions, asked.size());
        assertTrue(workbench.pins().getFirst().answer().isPresent());
        workbench.edit(e -> e.withGain(2));
        workbench.pinCurrent();
        workbench.edit(e -> e.withGain(3));
        assertEquals(List.of(FIRST.withGain(3), FIRST.withGain(2)), asked.getLast());
        answer(FIRST.withGain(2));
        assertTrue(workbench.pins().get(1).answer().isPresent());
        assertEquals(FIRST, shownExperiment());
    }

    @Test
    void thereIsRoomForEightPinsOfEightColours() {
        for (int i = 0; i < Workbench.MAX_PINS; i++) {
            workbench.pinCurrent();
        }
        Refusal full = assertThrows(Refusal.class, workbench::pinCurrent);
        assertEquals("There are 8 pins already; remove one to pin another.", full.getMessage());
        assertEquals(8, workbench.pins().stream().map(Pin::colourIndex).distinct().count());
        Pin third = workbench.pins().get(2);
        workbench.remove(third);
        workbench.pinCurrent();
        assertEquals(third.colourIndex(), workbench.pins().getLast().colourIndex());
    }

    @Test
    void aPinIsRenamedHiddenAndMadeCurrent() {
        workbench.pinCurrent();
        workbench.rename(workbench.pins().getFirst(), "before");
        workbench.toggle(workbench.pins().getFirst());
        workbench.edit(e -> e.withDepth(9));
        Pin pin = workbench.pins().getFirst();
        assertEquals("before", pin.name());
        assertFalse(pin.isShown());
        workbench.makeCurrent(pin);
        assertEquals(FIRST, workbench.experiment());
        assertSame(pin, workbench.pins().getFirst());
    }

    @Test
    void thePinsOfAPresetGoWithItAndAPersonsStay() {
        workbench.pinCurrent();
        workbench.load(
                preset(
                        FIRST.withGain(2),
                        new Preset.Compared("three", FIRST.withGain(3)),
                        new Preset.Compared("four", FIRST.withGain(4))));
        assertEquals(3, workbench.pins().size());
        assertEquals(FIRST.withGain(2), workbench.experiment());
        workbench.load(preset(FIRST.withDepth(7)));
        assertEquals(List.of(FIRST), workbench.pins().stream().map(Pin::experiment).toList());
    }

    @Test
    void aNewDrawChangesTheSeedAlone() {
        workbench.drawAnew();
        assertEquals(FIRST.withSeed(43), workbench.experiment());
    }

    private static Preset preset(Experiment experiment, Preset.Compared... compared) {
        return new Preset("key", "Label", "Look. See.", experiment, List.of(compared));
    }

    private void answer(Experiment experiment) {
        workbench.accept(Snapshots.answer(experiment));
    }

    private void preview(Experiment experiment) {
        Snapshot whole = Snapshots.answer(experiment);
        workbench.preview(
                new Snapshot(experiment, 64, whole.input(), whole.layers(), whole.elapsed()));
    }

    private Snapshot shown() {
        return workbench.snapshot().orElseThrow();
    }

    private Experiment shownExperiment() {
        return shown().experiment();
    }

    private Progress progress() {
        return workbench.progressProperty().get();
    }
}
