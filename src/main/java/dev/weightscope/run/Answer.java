package dev.weightscope.run;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;

/// What comes back for an experiment.
public sealed interface Answer {
    /// The experiment that was asked for.
    Experiment experiment();

    /// It was computed.
    record Complete(Snapshot snapshot) implements Answer {
        @Override
        public Experiment experiment() {
            return snapshot.experiment();
        }
    }

    /// It is still being computed; its first samples are.
    ///
    /// @param snapshot rests on fewer samples than the experiment has
    record Preview(Snapshot snapshot) implements Answer {
        @Override
        public Experiment experiment() {
            return snapshot.experiment();
        }
    }

    /// It could not be computed.
    ///
    /// @param reason one sentence for the person who asked
    record Refused(Experiment experiment, String reason) implements Answer {}
}
