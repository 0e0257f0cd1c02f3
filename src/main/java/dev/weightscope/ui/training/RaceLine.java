package dev.weightscope.ui.training;

import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.verdict.RaceVerdict;
import java.util.Optional;

/// What is said of a race in one line, where the window is too narrow for all of it.
public final class RaceLine extends SummaryLine {
    public RaceLine() {
        super("open-race-results");
    }

    /// @param verdict empty where no run answers what is asked
    public void show(Optional<RaceVerdict> verdict) {
        verdict.ifPresentOrElse(
                each -> show(each.outcome().label(), RaceCard.severity(each), each.text()),
                this::clear);
    }
}
