package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.lab.GrowingLab;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.model.Experiment;
import dev.weightscope.ui.state.Session;
import org.junit.jupiter.api.Test;

class LabTabTest {
    private final Session session = new Session(Experiment.DEFAULT.withGain(2));

    @Test
    void theCommandLineOfALabThatComparesHasItsPins() {
        LabTab<?, ?> tab = new LabTab<>(new GrowingLab(), session);
        session.pinCurrent();
        assertEquals("weightscope grow --gain 2", tab.commandLine(session.state()));
        session.edit(experiment -> experiment.withGain(3));
        String line = tab.commandLine(session.state());
        assertEquals(
                "weightscope grow --gain 3 --pin '--depth 10",
                line.substring(0, line.indexOf(" --width")));
        assertEquals(1, line.split("--pin").length - 1);
    }

    @Test
    void thatOfAnotherHasNone() {
        LabTab<?, ?> tab = new LabTab<>(new ToyLab(), session);
        session.pinCurrent();
        session.edit(experiment -> experiment.withGain(3));
        assertEquals("weightscope toy --gain 3", tab.commandLine(session.state()));
    }
}
