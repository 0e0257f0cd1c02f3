package dev.weightscope.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pin.Origin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SavedSessionTest {
    private static final Experiment LIVE = Experiment.DEFAULT.withDepth(3);

    @Test
    void everythingComesBack() {
        Pins pins =
                Pins.NONE
                        .with("it's \"mine\" = #1", Origin.PERSON, LIVE.withGain(2))
                        .with(null, Origin.PERSON, LIVE.withGain(3))
                        .with("scene", Origin.PRESET, LIVE.withGain(4));
        Pin second = pins.kept().get(1);
        pins =
                pins.replace(second, second.withColour(7).withVisibility(Pin.Visibility.HIDDEN))
                        .without(pins.kept().getFirst())
                        .with(pins.kept().getFirst());
        SessionState state = new SessionState(LIVE, pins, new TreeMap<>(Map.of("toy", "--base 3")));
        SavedSession saved =
                SavedSession.of(state, new TreeMap<>(Map.of("layout", "ridge", "tab", "signal")));
        SavedSession read = SavedSession.parse("test", saved.format());
        assertEquals(saved, read);
        assertEquals(state, read.resolve());
    }

    @Test
    void theTextIsToBeEditedByHand() {
        String text =
                """
                weightscope-experiment 2
                # a note
                --depth 4

                  --gain 2 --width 20
                pin --depth 5
                pin colour=3 name='my own' hidden --depth 6
                view layout=ridge other=x
                """;
        SavedSession read = SavedSession.parse("test", "\uFEFF" + text.replace("\n", "\r\n"));
        SessionState state = read.resolve();
        assertEquals(ExperimentText.parse("--depth 4 --gain 2 --width 20"), state.experiment());
        assertEquals(
                List.of(
                        new Pin(
                                null,
                                1,
                                Pin.Visibility.SHOWN,
                                Origin.PERSON,
                                ExperimentText.parse("--depth 5")),
                        new Pin(
                                "my own",
                                3,
                                Pin.Visibility.HIDDEN,
                                Origin.PERSON,
                                ExperimentText.parse("--depth 6"))),
                state.pins().kept());
        assertEquals(Map.of("layout", "ridge", "other", "x"), read.view());
    }

    @Test
    void whatCannotBeMadeAtAllIsKeptWhole() {
        SavedSession saved =
                SavedSession.parse(
                        "test",
                        """
                        weightscope-experiment 2
                        --depth 4
                        pin name=mine colour=3 --depth 5
                        lab toy --base 3
                        """);
        SavedSession.Restored restored = saved.unmade(LIVE, "the disk is gone");
        assertEquals(LIVE, restored.state().experiment());
        assertEquals(List.of(), restored.state().pins().kept());
        assertTrue(restored.complaint().orElseThrow().contains("the disk is gone"));
        SavedSession again =
                SavedSession.parse(
                        "test", SavedSession.of(restored.state(), new TreeMap<>()).format());
        assertEquals(
                List.of("--depth 5", "--depth 4"),
                again.pins().stream().map(SavedPin::experiment).toList());
        assertEquals(Map.of("toy", "--base 3"), again.labs());
    }

    @Test
    void whatVersion010WroteStillOpens() {
        int checked = 0;
        for (String old :
                List.of(
                        "weightscope-experiment 1\n--depth 3\n",
                        "--depth 3",
                        "--depth 3 --gain 1")) {
            SavedSession read = SavedSession.parse("test", old);
            assertEquals(new SessionState(LIVE, Pins.NONE), read.resolve(), old);
            assertEquals(SavedSession.Scope.SETTING, read.scope(), old);
            assertEquals(read, SavedSession.parse("test", read.format()), old);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void onlyTablesTakeLongerThanAMoment() {
        int checked = 0;
        for (Map.Entry<String, Boolean> each :
                Map.of(
                                "--depth 3", false,
                                "--input normal --input-scale 2", false,
                                "--input=uniform", false,
                                "--input digits", true,
                                "--input gone.csv", true,
                                "--depth 3\npin --depth 4\npin --input=gone.csv", true,
                                "--nonsense --input gone.csv", false)
                        .entrySet()) {
            SavedSession saved =
                    SavedSession.parse("test", "weightscope-experiment 2\n" + each.getKey());
            assertEquals(each.getValue(), saved.readsFiles(), each.getKey());
            checked++;
        }
        assertEquals(7, checked);
        assertFalse(SavedSession.of(LIVE).readsFiles());
    }

    @Test
    void whatIsNoSessionIsRefusedInOneSentence() {
        record Wrong(String text, String sentence) {}
        List<Wrong> cases =
                List.of(
                        new Wrong("", "its first line would be \"weightscope-experiment 2\""),
                        new Wrong("hello", "its first line would be \"weightscope-experiment 2\""),
                        new Wrong("weightscope-experiment 3\n", "newer version"),
                        new Wrong(
                                "weightscope-experiment 2\n\npin colour=9 --depth 3",
                                "test line 3: a pin's colour is a whole number 1..8"),
                        new Wrong("weightscope-experiment 2\npin colour=x --depth 3", "\"x\""),
                        new Wrong(
                                "weightscope-experiment 2\npin colour=\u001b[2J --depth 3",
                                "not \"\\u001b[2J\""),
                        new Wrong("weightscope-experiment 2\npin name='x", "not closed"),
                        new Wrong(
                                "weightscope-experiment 2\n" + "pin --input gone.csv\n".repeat(109),
                                "test line 110: a session has at most 108 pins"),
                        new Wrong("weightscope-experiment 2\nlab", "needs a lab's name"));
        int checked = 0;
        for (Wrong each : cases) {
            Refusal refusal =
                    assertThrows(
                            Refusal.class, () -> SavedSession.parse("test", each.text), each.text);
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(each.sentence), message);
            checked++;
        }
        assertEquals(9, checked);
    }

    @Test
    void aPinWhoseInputHasGoneIsKeptAsItWasUntilItCanBeMadeAgain() {
        String text =
                "weightscope-experiment 2\n--depth 3\npin colour=2 name=mine --input gone.csv\n";
        SavedSession saved = SavedSession.parse("test", text);
        SessionState state = saved.resolve();
        assertEquals(List.of(), state.pins().kept());
        assertEquals("mine", state.pins().lost().getFirst().name());
        assertTrue(state.pins().lost().getFirst().reason().contains("gone.csv"));
        SavedSession again = SavedSession.of(state, new TreeMap<>());
        assertEquals(saved.pins(), SavedSession.parse("test", again.format()).pins());
    }

    @Test
    void aLiveSettingThatCannotBeMadeIsKeptBesideThePins() {
        int checked = 0;
        for (String live :
                List.of("--input gone.csv", "/home/you/gone.csv --samples 10", "'open")) {
            SavedSession saved =
                    new SavedSession(
                            SavedSession.Scope.SESSION,
                            live,
                            List.of(),
                            List.of(),
                            new TreeMap<>(),
                            new TreeMap<>());
            SavedSession.Restored restored = saved.restored(LIVE);
            SessionState state = restored.state();
            assertEquals(LIVE, state.experiment());
            assertTrue(restored.complaint().orElseThrow().startsWith("The last setting"));
            SavedSession again = SavedSession.of(state, new TreeMap<>());
            SavedPin kept = SavedSession.parse("test", again.format()).pins().getFirst();
            assertEquals("Last setting", kept.name());
            SessionState next = SavedSession.parse("test", again.format()).resolve();
            assertEquals(LIVE, next.experiment());
            assertEquals(
                    state.pins().lost().getFirst().saved(), next.pins().lost().getFirst().saved());
            checked++;
        }
        assertEquals(3, checked);
    }
}
