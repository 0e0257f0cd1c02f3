package dev.weightscope;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// What the JVM watches when the application is packaged, so that its cache holds what a start
/// needs: classes, loaded and linked, and which methods are worth compiling.
///
/// A first answer as text and as JSON, then the window with its first picture and with the first
/// curves of a training. In plain loops, which give first answers: classes that belong to a module
/// that is loaded later, as that of vectors is, cannot be in the cache, and with one of them there
/// would be none.
public final class StartRehearsal {
    private static final List<String> COMMANDS =
            List.of("--kernel scalar run", "--kernel scalar run --json --samples 64");

    private static final Logger LOGGER = System.getLogger(StartRehearsal.class.getName());

    private StartRehearsal() {}

    /// Ends the process: with the exit code of the first command that fails, 1 if the window does,
    /// or else 0.
    public static void main(String[] arguments) {
        for (String command : COMMANDS) {
            int exitCode = Main.run(command.split(" "));
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
        System.exit(isShown(EngineSettings.standard().withKernel(Kernels.Choice.SCALAR)) ? 0 : 1);
    }

    private static boolean isShown(EngineSettings settings) {
        try {
            Main.showFirstPicture(settings);
            return true;
        } catch (IOException failure) {
            LOGGER.log(Level.ERROR, failure.getMessage());
            return false;
        }
    }
}
