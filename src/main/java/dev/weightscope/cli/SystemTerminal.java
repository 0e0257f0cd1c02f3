package dev.weightscope.cli;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.run.Interrupt;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// The terminal that the program was started from.
final class SystemTerminal implements Terminal {
    private final PrintStream err;
    private final Interrupt interrupt = new Interrupt();

    SystemTerminal(PrintStream err) {
        this.err = err;
    }

    /// Asked where something takes long alone: to find out takes some milliseconds.
    @Override
    public Optional<PrintStream> progress() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(_ -> err);
    }

    @Override
    public Cancellation interruption() {
        interrupt.listen();
        return interrupt;
    }

    @Override
    public void close() {
        interrupt.close();
    }
}
