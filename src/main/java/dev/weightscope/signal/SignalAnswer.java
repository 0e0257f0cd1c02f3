package dev.weightscope.signal;

import dev.weightscope.model.Snapshot;
import dev.weightscope.theory.TheoryAnswer;
import java.util.List;
import java.util.Optional;

/// What the signal's lab answers.
///
/// @param snapshot what was measured, of the experiment's own seed
/// @param theory what theory says; empty where it was not asked
/// @param draws what was measured of other seeds too
public record SignalAnswer(Snapshot snapshot, Optional<TheoryAnswer> theory, Draws draws) {
    /// What was measured alone.
    public static SignalAnswer of(Snapshot snapshot) {
        return new SignalAnswer(snapshot, Optional.empty(), 1);
    }

    /// With no other draw yet.
    ///
    /// @param draws how many are asked for
    SignalAnswer(Snapshot snapshot, Optional<TheoryAnswer> theory, int draws) {
        this(snapshot, theory, new Draws(draws, List.of(Draw.of(snapshot))));
    }

    /// What was asked for.
    public SignalSettings settings() {
        return new SignalSettings(false, theory.isPresent(), draws.asked());
    }

    SignalAnswer and(Draw draw) {
        return new SignalAnswer(snapshot, theory, draws.and(draw));
    }
}
