package dev.weightscope.ui.phase;

import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseNotes;
import dev.weightscope.ui.result.SummaryLine;

/// What the point of a map means in one line, where the window is too narrow for all of it.
public final class PhaseLine extends SummaryLine {
    public PhaseLine() {
        super("open-phase-results");
    }

    public void show(PhaseAnswer answer) {
        String phase = PhaseNotes.phase(answer);
        show(
                phase.isEmpty() ? "No theory" : phase,
                PhaseResults.severity(answer),
                String.join("\n", PhaseNotes.sentences(answer)));
    }
}
