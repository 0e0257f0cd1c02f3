package dev.weightscope.preset;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.Optional;

/// A prepared experiment.
///
/// @param lookFor two sentences: what to look for
/// @param compared what is pinned beside it when it is chosen, often nothing
/// @param scene where it is to be looked at; empty for wherever one is
public record Preset(
        String key,
        String label,
        String lookFor,
        Experiment experiment,
        List<Compared> compared,
        Optional<Scene> scene)
        implements Keyed {
    public Preset {
        compared = List.copyOf(compared);
    }

    /// To be looked at wherever one is.
    public Preset(
            String key,
            String label,
            String lookFor,
            Experiment experiment,
            List<Compared> compared) {
        this(key, label, lookFor, experiment, compared, Optional.empty());
    }

    /// An experiment to set beside the preset's own.
    public record Compared(String label, Experiment experiment) {}

    /// A lab with its settings.
    ///
    /// @param lab its key
    /// @param options its own settings as options
    public record Scene(String lab, String options) {}

    /// The lab's own settings as options; empty where the preset is not for that lab.
    public Optional<String> options(String lab) {
        return scene.filter(each -> each.lab().equals(lab)).map(Scene::options);
    }
}
