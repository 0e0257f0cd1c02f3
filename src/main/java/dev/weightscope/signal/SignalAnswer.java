package dev.weightscope.signal;

import dev.weightscope.model.Direction;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.theory.TheoryAnswer;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the signal's lab answers.
///
/// @param snapshot what was measured, of the experiment's own seed
/// @param theory what theory says; empty where it was not asked
/// @param draws what was measured of other seeds too
/// @param elapsed how long it took to measure, other seeds included
public record SignalAnswer(
        Snapshot snapshot, Optional<TheoryAnswer> theory, Draws draws, Duration elapsed) {
    /// What was measured alone.
    public static SignalAnswer of(Snapshot snapshot) {
        return of(snapshot, Optional.empty(), 1);
    }

    /// With no other draw yet.
    ///
    /// @param draws how many are asked for
    public static SignalAnswer of(Snapshot snapshot, Optional<TheoryAnswer> theory, int draws) {
        return new SignalAnswer(
                snapshot, theory, new Draws(draws, List.of(Draw.of(snapshot))), snapshot.elapsed());
    }

    /// What was asked for.
    public SignalSettings settings() {
        return new SignalSettings(snapshot.hasGradients(), theory.isPresent(), draws.asked());
    }

    /// The curves of theory; empty where it was not asked, or has none.
    public Optional<TheoryAnswer.Known> curves() {
        return theory.filter(TheoryAnswer.Known.class::isInstance)
                .map(TheoryAnswer.Known.class::cast);
    }

    /// What it means, in words and figures; those of theory and of other draws stand behind the
    /// first.
    public Verdict verdict() {
        List<List<Double>> drawn =
                draws.done().stream()
                        .map(draw -> draw.spreads(Direction.FORWARD, Spread.RMS))
                        .toList();
        return Verdicts.of(snapshot, drawn).with(AnswerFigures.of(this));
    }

    /// With other draws, for which it took longer.
    SignalAnswer withOthers(List<Draw> others, Duration more) {
        return new SignalAnswer(snapshot, theory, draws.withOthers(others), elapsed.plus(more));
    }
}
