package dev.weightscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.session.Pin.Origin;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinNamesTest {
    private static final String NORMAL = "--initializer normal --std 0.05";

    @Test
    void pinsAreNamedByWhatDiffersAmongThem() {
        record Case(List<String> settings, List<String> names) {}
        List<Case> cases =
                List.of(
                        new Case(List.of(NORMAL), List.of("Normal, std 0.05")),
                        new Case(
                                List.of(NORMAL, NORMAL + " --activation relu"),
                                List.of("Normal, std 0.05, Tanh", "Normal, std 0.05, ReLU")),
                        new Case(
                                List.of("", "--depth 20", "--seed 43"),
                                List.of(
                                        "Xavier uniform, depth 10, seed 42",
                                        "Xavier uniform, depth 20, seed 42",
                                        "Xavier uniform, depth 10, seed 43")),
                        new Case(
                                List.of("--gain 2", "--gain 3"),
                                List.of("Xavier uniform, gain 2", "Xavier uniform, gain 3")),
                        new Case(
                                List.of("--gain 1.4142", "--gain sqrt(2)", "--gain 1.4 --depth 3"),
                                List.of(
                                        "Xavier uniform, gain 1.4142",
                                        "Xavier uniform, gain 1.41421",
                                        "Xavier uniform, gain 1.4")),
                        new Case(
                                List.of(
                                        "--gain sqrt(2)",
                                        "--gain 1.4142135623730",
                                        "--gain sqrt(2) --depth 20"),
                                List.of(
                                        "Xavier uniform, gain 1.4142135623731, depth 10",
                                        "Xavier uniform, gain 1.414213562373, depth 10",
                                        "Xavier uniform, gain 1.4142135623731, depth 20")),
                        new Case(
                                List.of("", "--input breast-cancer"),
                                List.of(
                                        "Xavier uniform, normal",
                                        "Xavier uniform, breast-cancer")));
        int checked = 0;
        for (Case each : cases) {
            Pins pins = pins(each.settings.toArray(String[]::new));
            PinNames names = new PinNames(pins);
            assertEquals(each.names, pins.kept().stream().map(names::of).toList());
            checked++;
        }
        assertEquals(7, checked);
    }

    @Test
    void theLiveNameTellsItFromThePins() {
        PinNames names = new PinNames(pins("", "--gain 2"));
        assertEquals("Xavier uniform", names.ofLive(Experiment.DEFAULT));
        assertEquals("Xavier uniform, depth 20", names.ofLive(Experiment.DEFAULT.withDepth(20)));
    }

    @Test
    void besideALiveSettingThatStandsStillPinsAreToldFromItToo() {
        Pins pins = pins("--activation relu");
        PinNames names = PinNames.beside(Experiment.DEFAULT, pins);
        assertEquals("Xavier uniform, Tanh", names.ofLive(Experiment.DEFAULT));
        assertEquals("Xavier uniform, ReLU", names.of(pins.kept().getFirst()));
    }

    @Test
    void aNameThatWasGivenIsAsGivenInOneLine() {
        Pins pins = pins("");
        Pin pin = pins.kept().getFirst();
        assertEquals("mine too", new PinNames(pins).of(pin.withName(" mine\n\ttoo\u001b ")));
        assertEquals("Xavier uniform", new PinNames(pins).of(pin.withName(" ")));
        assertEquals(
                "a".repeat(199) + "…", new PinNames(pins).of(pin.withName("a".repeat(1_000_000))));
    }

    private static Pins pins(String... settings) {
        Pins pins = Pins.NONE;
        for (Experiment each : Arrays.stream(settings).map(ExperimentText::parse).toList()) {
            pins = pins.with(null, Origin.PERSON, each);
        }
        return pins;
    }
}
