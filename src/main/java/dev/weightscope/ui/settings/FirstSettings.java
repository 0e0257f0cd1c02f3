package dev.weightscope.ui.settings;

import static java.util.Objects.requireNonNull;

import dev.weightscope.saved.SavedPin;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin.Origin;
import dev.weightscope.session.Pin.Visibility;
import dev.weightscope.session.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings as version 0.1.0 kept them: no view, and pins without their colours.
///
/// @param experiment as options
record FirstSettings(
        int version,
        @Nullable FirstPlace window,
        String theme,
        String experiment,
        List<FirstPin> pins,
        @Nullable String exportFolder) {
    static final int VERSION = 1;

    FirstSettings {
        requireNonNull(theme, "theme");
        requireNonNull(experiment, "experiment");
        requireNonNull(pins, "pins");
    }

    record FirstPlace(double x, double y, double width, double height) {}

    record FirstPin(String name, String experiment, boolean hidden) {
        FirstPin {
            requireNonNull(name, "name");
            requireNonNull(experiment, "experiment");
        }
    }

    Settings settings() {
        List<SavedPin> saved = new ArrayList<>();
        for (FirstPin pin : pins) {
            saved.add(
                    new SavedPin(
                            pin.name,
                            saved.size() % Pins.MAX + 1,
                            pin.hidden ? Visibility.HIDDEN : Visibility.SHOWN,
                            Origin.PERSON,
                            pin.experiment));
        }
        SavedSession session =
                new SavedSession(
                        SavedSession.Scope.SESSION,
                        experiment,
                        saved,
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>());
        return new Settings(
                Settings.VERSION,
                window == null
                        ? null
                        : new WindowPlace(window.x, window.y, window.width, window.height, false),
                theme,
                session.format().lines().toList(),
                exportFolder,
                null,
                null);
    }
}
