package dev.weightscope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.preset.Preset;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Experiment FIRST = Experiment.DEFAULT.withDepth(3);
    private final Session session = new Session(FIRST);

    @Test
    void anEditThatChangesNothingIsNoStep() {
        session.edit(e -> e.withDepth(3));
        assertFalse(session.undoableProperty().get());
    }

    @Test
    void aRefusedEditLeavesEverythingAsItWas() {
        assertThrows(Refusal.class, () -> session.edit(e -> e.withDepth(0)));
        assertEquals(FIRST, session.experiment());
        assertFalse(session.undoableProperty().get());
    }

    @Test
    void undoAndRedoWalkTheEdits() {
        session.edit(e -> e.withDepth(4));
        session.edit(e -> e.withGain(2));
        session.undo();
        assertEquals(FIRST.withDepth(4), session.experiment());
        session.undo();
        assertEquals(FIRST, session.experiment());
        assertFalse(session.undoableProperty().get());
        session.redo();
        session.redo();
        assertEquals(FIRST.withDepth(4).withGain(2), session.experiment());
        assertFalse(session.redoableProperty().get());
    }

    @Test
    void aDragIsOneStep() {
        session.beginGesture();
        for (int depth = 4; depth < 100; depth++) {
            int wanted = depth;
            session.edit(e -> e.withDepth(wanted));
        }
        session.endGesture();
        session.edit(e -> e.withGain(2));
        session.undo();
        assertEquals(99, session.experiment().depth());
        session.undo();
        assertEquals(FIRST, session.experiment());
    }

    @Test
    void whatADragChangesAfterAnUndoInItsMidstIsAStepToo() {
        session.beginGesture();
        session.edit(e -> e.withDepth(4));
        session.undo();
        session.edit(e -> e.withDepth(5));
        session.edit(e -> e.withDepth(6));
        session.endGesture();
        session.undo();
        assertEquals(FIRST, session.experiment());
        assertFalse(session.undoableProperty().get());
    }

    @Test
    void whateverIsDoneToPinsIsUndone() {
        record Act(String name, Consumer<Session> act) {}
        session.pinCurrent();
        session.edit(e -> e.withGain(2));
        List<Act> acts =
                List.of(
                        new Act("remove", s -> s.remove(s.pins().kept().getFirst())),
                        new Act("rename", s -> s.rename(s.pins().kept().getFirst(), "mine")),
                        new Act("hide", s -> s.toggle(s.pins().kept().getFirst())),
                        new Act("pin", Session::pinCurrent),
                        new Act(
                                "preset",
                                s ->
                                        s.load(
                                                preset(
                                                        FIRST.withDepth(9),
                                                        new Preset.Compared(
                                                                "nine", FIRST.withGain(9))))));
        int checked = 0;
        for (Act each : acts) {
            var before = session.state();
            each.act.accept(session);
            var after = session.state();
            assertFalse(after.equals(before), each.name);
            session.undo();
            assertEquals(before, session.state(), each.name);
            session.redo();
            assertEquals(after, session.state(), each.name);
            session.undo();
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void thereIsRoomForEightPinsOfEightColours() {
        for (int i = 1; i <= Pins.MAX; i++) {
            int gain = i;
            session.edit(e -> e.withGain(gain));
            session.pinCurrent();
        }
        session.edit(e -> e.withGain(9));
        Refusal full = assertThrows(Refusal.class, session::pinCurrent);
        assertEquals("there are 8 pins already; remove one to pin another", full.getMessage());
        assertEquals(8, session.pins().kept().stream().map(Pin::colour).distinct().count());
        Pin third = session.pins().kept().get(2);
        session.remove(third);
        assertEquals(third.colour(), session.pinCurrent().colour());
    }

    @Test
    void aSettingThatIsPinnedIsNotPinnedAgain() {
        Pin pin = session.pinCurrent();
        session.edit(e -> e.withGain(2));
        session.undo();
        assertEquals(pin, session.pinCurrent());
        assertEquals(List.of(pin), session.pins().kept());
    }

    @Test
    void aPinIsRenamedHiddenAndMadeCurrent() {
        session.pinCurrent();
        session.rename(session.pins().kept().getFirst(), "before");
        session.toggle(session.pins().kept().getFirst());
        session.edit(e -> e.withDepth(9));
        Pin pin = session.pins().kept().getFirst();
        assertEquals("before", session.names().of(pin));
        assertFalse(pin.isShown());
        session.makeCurrent(pin);
        assertEquals(FIRST, session.experiment());
        assertEquals(List.of(pin), session.pins().kept());
    }

    @Test
    void thePinsOfAPresetGoWithItAndAPersonsStay() {
        session.pinCurrent();
        session.load(
                preset(
                        FIRST.withGain(2),
                        new Preset.Compared("three", FIRST.withGain(3)),
                        new Preset.Compared("four", FIRST.withGain(4))));
        assertEquals(3, session.pins().kept().size());
        assertEquals(FIRST.withGain(2), session.experiment());
        session.load(preset(FIRST.withDepth(7)));
        assertEquals(List.of(FIRST), session.pins().kept().stream().map(Pin::experiment).toList());
    }

    @Test
    void aNewDrawChangesTheSeedAlone() {
        session.drawAnew();
        assertEquals(FIRST.withSeed(43), session.experiment());
    }

    private static Preset preset(Experiment experiment, Preset.Compared... compared) {
        return new Preset("key", "Label", "Look. See.", experiment, List.of(compared));
    }
}
