package dev.weightscope.ui;

import dev.weightscope.model.Keyed;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.state.Live;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// What can be brought to sight in the window: a lab, or the file that is inspected.
sealed interface WindowTab extends Keyed permits LabTab, InspectTab {
    /// Comes to sight.
    void enter();

    /// Leaves the sight to another.
    void leave();

    /// Whether anything is being computed or read for it.
    boolean isBusy();

    /// Gives up what is under way.
    void cancel();

    /// The command line that prints what it shows.
    String commandLine(SessionState session);

    /// Tells how its live question stands, now and after each change; nothing where it asks none.
    Subscription follow(Consumer<Live<?, ?>> listener);
}
