package dev.weightscope;

import dev.weightscope.cli.CommandLineInterface;
import dev.weightscope.kernel.Kernels;

/// Looks at the arguments and starts the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Java 2D draws the pictures of a command; it must not look for a display.
        System.setProperty("java.awt.headless", "true");
        System.exit(CommandLineInterface.onStandardStreams(Kernels::automatic).run(arguments));
    }
}
