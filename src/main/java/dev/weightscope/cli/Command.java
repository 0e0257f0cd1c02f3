package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A word behind the program's name, with all that it can be told.
interface Command {
    String name();

    /// What can be typed, without [#subcommands].
    CommandSpec spec();

    /// Commands below this one: `ui` of `bench`.
    default List<Command> subcommands() {
        return List.of();
    }

    /// What can be typed behind its name, each with what it does: shown in its help.
    default SequencedMap<String, String> examples() {
        return new TreeMap<>();
    }

    /// Does it.
    ///
    /// @param parsed what was typed behind its name
    /// @param settings of the engine, wherever they were typed
    /// @throws dev.weightscope.model.Refusal in one sentence, if that makes no sense
    void execute(ParseResult parsed, EngineSettings settings) throws IOException;
}
