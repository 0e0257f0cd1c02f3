package dev.weightscope.ui;

import java.util.List;
import java.util.stream.Stream;

/// All that keys and the top bar's buttons do.
record Commands(
        Command undo,
        Command redo,
        Command redoAsOnWindows,
        Command open,
        Command save,
        Command export,
        Command copyChart,
        Command copyCommandLine,
        Command snippet,
        Command drawAnew,
        Command pin,
        Command nextPanel,
        Command enlarge,
        Command shrink,
        Command standardSize,
        Command help) {
    /// In the order of the help sheet.
    List<Command> all() {
        return Stream.concat(Stream.of(drawAnew, pin), others().stream()).toList();
    }

    /// Those that need no experiment to be seen.
    List<Command> others() {
        return List.of(
                undo,
                redo,
                redoAsOnWindows,
                export,
                copyChart,
                copyCommandLine,
                snippet,
                open,
                save,
                nextPanel,
                enlarge,
                shrink,
                standardSize,
                help);
    }
}
