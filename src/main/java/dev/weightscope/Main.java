package dev.weightscope;

import dev.weightscope.cli.CommandLineInterface;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.ui.WeightScopeApplication;
import java.nio.file.Path;
import java.util.logging.Logger;

/// Looks at the arguments: with any the command line answers, without any the window opens.
public final class Main {
    /// Kept, since a logger that nobody holds may be collected and made anew without its filter.
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] arguments) {
        // Java 2D draws pictures into memory here; it must neither look for a display nor start a
        // second toolkit beside the window's.
        System.setProperty("java.awt.headless", "true");
        CommandLineInterface commandLine =
                CommandLineInterface.onStandardStreams(Kernels::automatic);
        System.exit(arguments.length == 0 ? openWindow(commandLine) : commandLine.run(arguments));
    }

    /// @return the exit code, when the window was closed or could not be opened
    private static int openWindow(CommandLineInterface commandLine) {
        // EJML is no module, so the program lives on the class path; all of JavaFX works there.
        TOOLKIT_LOG.setFilter(entry ->
                !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        if (Display.mayBeThere()) {
            try {
                WeightScopeApplication.open();
                return 0;
            } catch (UnsupportedOperationException _) {
                // The toolkit's way to say that the display named by the environment is not there.
            }
        }
        return commandLine.withoutDisplay(Path.of("").toAbsolutePath());
    }
}
