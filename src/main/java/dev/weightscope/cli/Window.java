package dev.weightscope.cli;

import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import java.io.IOException;

/// The other face of the program, which this package knows by what it can ask of it.
public interface Window {
    /// Opens the window and waits until it is closed.
    ///
    /// @return whether there was a display to open it on
    boolean open(EngineSettings settings);

    /// Opens the window, on a display or in memory, drags its sliders and races in it, and closes
    /// it.
    ///
    /// @param steps of each drag, at least [dev.weightscope.bench.window.Sweep#LEAST_STEPS]
    /// @param races how many are run, one after the other; with none nothing is trained
    /// @param passes what is computed while the sliders of the signal are dragged
    /// @throws IOException with one sentence, if there is no window or it does not answer
    WindowFigures time(EngineSettings settings, int steps, int races, Passes passes)
            throws IOException;
}
