package dev.weightscope.cli;

import dev.weightscope.kernel.Cancellation;
import java.io.PrintStream;
import java.util.Optional;

/// The person at a command, if there is one.
interface Terminal extends AutoCloseable {
    /// Where a line that is written over and over is seen; empty where it would end in a file.
    Optional<PrintStream> progress();

    /// From now on Ctrl+C cancels and the program goes on to [#close], so that what is there can be
    /// written.
    Cancellation interruption();

    @Override
    void close();
}
