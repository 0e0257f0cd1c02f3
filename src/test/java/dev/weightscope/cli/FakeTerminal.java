package dev.weightscope.cli;

import dev.weightscope.kernel.Cancellation;
import java.io.PrintStream;
import java.util.Optional;

/// Nobody sees a progress line.
///
/// @param interruption when Ctrl+C comes
record FakeTerminal(Cancellation interruption) implements Terminal {
    @Override
    public Optional<PrintStream> progress() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // what the program ends with is for the test to see
    }
}
