package dev.weightscope.preset;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import java.util.List;

/// A prepared experiment.
///
/// @param lookFor two sentences: what to look for
/// @param compared what is pinned beside it when it is chosen, often nothing
public record Preset(
        String key, String label, String lookFor, Experiment experiment, List<Compared> compared)
        implements Keyed {
    public Preset {
        compared = List.copyOf(compared);
    }

    /// An experiment to set beside the preset's own.
    public record Compared(String label, Experiment experiment) {}
}
