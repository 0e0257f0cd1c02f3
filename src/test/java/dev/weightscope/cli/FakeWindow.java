package dev.weightscope.cli;

import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import java.io.IOException;
import java.util.function.Predicate;

/// A window of which only the opening is tried.
///
/// @param opens whether there is a display, and to look at the settings
record FakeWindow(Predicate<EngineSettings> opens) implements Window {
    @Override
    public boolean open(EngineSettings settings) {
        return opens.test(settings);
    }

    @Override
    public WindowFigures time(EngineSettings settings, int steps, int races, Passes passes)
            throws IOException {
        throw new IOException("there is no display");
    }
}
