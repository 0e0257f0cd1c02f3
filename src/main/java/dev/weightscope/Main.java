package dev.weightscope;

import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.cli.CommandLineInterface;
import dev.weightscope.cli.Window;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import dev.weightscope.registry.Labs;
import dev.weightscope.ui.WeightScopeApplication;
import dev.weightscope.ui.bench.FirstPicture;
import dev.weightscope.ui.bench.WindowBenchmark;
import java.io.IOException;
import java.util.logging.Logger;

/// Gives the command line its window, and the arguments to the command line.
public final class Main {
    /// Kept, since a logger that nobody holds may be collected and made anew without its filter.
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Does what the words of a command line say, and gives the exit code.
    static int run(String... arguments) {
        // Java 2D draws pictures into memory here; it must neither look for a display nor start a
        // second toolkit beside the window's.
        System.setProperty("java.awt.headless", "true");
        return CommandLineInterface.onStandardStreams(new ToolkitWindow(), Labs.ALL).run(arguments);
    }

    /// Opens the window and closes it when its first answers have been painted.
    ///
    /// @throws IOException with one sentence, if there is no window or it does not answer
    static void showFirstPicture(EngineSettings settings) throws IOException {
        prepareToolkit();
        FirstPicture.show(settings);
    }

    /// EJML is no module, so the program lives on the class path; all of JavaFX works there.
    private static void prepareToolkit() {
        FrameRate.raise();
        PaintedParts.raise();
        TOOLKIT_LOG.setFilter(entry ->
                !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }

    /// The toolkit's classes are loaded when it is asked for something, and not before.
    private static final class ToolkitWindow implements Window {
        @Override
        public boolean open(EngineSettings settings) {
            if (Display.mayBeThere()) {
                prepareToolkit();
                try {
                    WeightScopeApplication.open(settings);
                    return true;
                } catch (UnsupportedOperationException _) {
                    // The toolkit's way to say that the display named by the environment is not
                    // there.
                }
            }
            return false;
        }

        @Override
        public WindowFigures time(EngineSettings settings, int steps, int races, Passes passes)
                throws IOException {
            prepareToolkit();
            if (!Display.mayBeThere()) {
                System.setProperty("glass.platform", "Headless");
                System.setProperty("prism.order", "sw");
            }
            return new WindowBenchmark(settings).run(steps, races, passes);
        }
    }
}
