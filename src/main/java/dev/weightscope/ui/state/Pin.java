package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A setting kept for comparison.
///
/// @param name at the end of its curve
/// @param colourIndex 1..[Workbench#MAX_PINS], unlike that of any other pin; 0 is the live curve's
/// @param visibility whether its curve is drawn
/// @param origin who pinned it
/// @param snapshot its answer; null until the engine has given it
public record Pin(
        String name,
        int colourIndex,
        Visibility visibility,
        Origin origin,
        Experiment experiment,
        @Nullable Snapshot snapshot) {
    public enum Visibility {
        SHOWN,
        HIDDEN
    }

    /// A preset takes its companions with it when the next one is chosen; a person's pins stay.
    public enum Origin {
        PERSON,
        PRESET
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }

    public Optional<Snapshot> answer() {
        return Optional.ofNullable(snapshot);
    }

    /// A pin that was given a name of its own is a person's.
    Pin withName(String newName) {
        return new Pin(newName, colourIndex, visibility, Origin.PERSON, experiment, snapshot);
    }

    Pin withVisibility(Visibility newVisibility) {
        return new Pin(name, colourIndex, newVisibility, origin, experiment, snapshot);
    }

    Pin withSnapshot(Snapshot newSnapshot) {
        return new Pin(name, colourIndex, visibility, origin, experiment, newSnapshot);
    }
}
