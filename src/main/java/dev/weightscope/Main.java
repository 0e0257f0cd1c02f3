package dev.weightscope;

import dev.weightscope.cli.CommandLineInterface;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.ui.WeightScopeApplication;
import java.util.logging.Logger;

/// Gives the command line its window, and the arguments to the command line.
public final class Main {
    /// Kept, since a logger that nobody holds may be collected and made anew without its filter.
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] arguments) {
        // Java 2D draws pictures into memory here; it must neither look for a display nor start a
        // second toolkit beside the window's.
        System.setProperty("java.awt.headless", "true");
        System.exit(CommandLineInterface.onStandardStreams(Main::openWindow).run(arguments));
    }

    /// @return whether there was a display
    private static boolean openWindow(EngineSettings settings) {
        // EJML is no module, so the program lives on the class path; all of JavaFX works there.
        TOOLKIT_LOG.setFilter(entry ->
                !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        if (Display.mayBeThere()) {
            try {
                WeightScopeApplication.open(settings);
                return true;
            } catch (UnsupportedOperationException _) {
                // The toolkit's way to say that the display named by the environment is not there.
            }
        }
        return false;
    }
}
