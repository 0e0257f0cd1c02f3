package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Lab;
import dev.weightscope.registry.Labs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What a command line led to.
record Outcome(int exitCode, String out, String err) {
    /// @param words with blanks between
    /// @param standard the engine's settings where the words say nothing
    static Outcome of(String words, EngineSettings standard, Window window) {
        return of(words, standard, window, Labs.ALL);
    }

    static Outcome of(String words, EngineSettings standard, Window window, List<Lab<?, ?>> labs) {
        return of(
                standard,
                window,
                labs,
                Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new));
    }

    /// @param words one by one
    static Outcome of(
            EngineSettings standard, Window window, List<Lab<?, ?>> labs, String... words) {
        return of(standard, window, labs, new FakeTerminal(Cancellation.NEVER), words);
    }

    /// @param words one by one
    static Outcome of(
            EngineSettings standard,
            Window window,
            List<Lab<?, ?>> labs,
            Terminal terminal,
            String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                new CommandLineInterface(stream(out), stream(err), standard, window, labs, terminal)
                        .run(words);
        return new Outcome(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
