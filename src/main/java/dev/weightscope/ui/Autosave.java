package dev.weightscope.ui;

import dev.weightscope.run.Background;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.SettingsFile;
import java.io.IOException;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Writes the settings soon after something of them has changed, so that a crash loses little.
///
/// What has not changed since it was read or written is not written: another window may have
/// written since, and closing this one must not take that back.
final class Autosave {
    private static final Duration SOON = Duration.seconds(1);

    private final SettingsFile file;
    private final Supplier<Settings> current;
    private final Background background;
    private final Notices notices;
    private final PauseTransition delay = new PauseTransition(SOON);
    private Settings written;
    private String lastComplaint = "";

    /// @param current what is to be kept, as it is when it is asked for; now it is what was read
    /// @param background used for nothing else
    Autosave(
            SettingsFile file, Supplier<Settings> current, Background background, Notices notices) {
        this.file = file;
        this.current = current;
        this.background = background;
        this.notices = notices;
        written = current.get();
        delay.setOnFinished(_ -> write());
    }

    /// Something may have changed. Changes that go on do not put off the writing.
    void changed() {
        if (delay.getStatus() != PauseTransition.Status.RUNNING) {
            delay.playFromStart();
        }
    }

    /// Writes now, on this thread, what has not been written; the last thing that is done.
    void finish() {
        delay.stop();
        background.closeAndWait(); // an older state must not be written after this one
        Settings last = current.get();
        if (!last.equals(written)) {
            try {
                file.write(last);
            } catch (IOException failed) {
                System.getLogger(Autosave.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "the settings are not kept: {0}",
                                failed.getMessage());
            }
        }
    }

    private void write() {
        Settings now = current.get();
        if (now.equals(written)) {
            return;
        }
        background.request(
                this,
                () -> {
                    file.write(now);
                    return now;
                },
                this::note);
    }

    private void note(Background.Outcome<Settings> outcome) {
        switch (outcome) {
            case Background.Outcome.Done<Settings>(Settings done) -> written = done;
            case Background.Outcome.Failed<Settings>(String sentence) -> {
                if (!sentence.equals(lastComplaint)) {
                    lastComplaint = sentence;
                    notices.complain("The settings are not kept: " + sentence + ".");
                }
            }
        }
    }
}
