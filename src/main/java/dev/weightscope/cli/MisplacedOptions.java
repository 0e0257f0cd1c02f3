package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.model.Refusal;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Options before a command that it would not hear of. Those of the engine may stand there where
/// the command takes them; picocli takes whatever the words before know.
final class MisplacedOptions {
    private MisplacedOptions() {}

    /// @param before the program, and the command that the chosen one belongs to if there is one
    /// @param chosen the command
    /// @throws Refusal in one sentence, if there is such an option
    static void refuse(List<ParseResult> before, CommandSpec chosen) {
        for (ParseResult each : before) {
            for (OptionSpec option : each.matchedOptions()) {
                refuse(option.longestName(), chosen);
            }
        }
    }

    private static void refuse(String flag, CommandSpec chosen) {
        if (!chosen.optionsMap().containsKey(flag)) {
            throw new Refusal("%s does not take %s; leave it out".formatted(name(chosen), flag));
        }
        if (EngineOptions.ALL.stream().noneMatch(each -> each.flag().equals(flag))) {
            throw new Refusal(
                    "%s is not expected before %s; write it after %s"
                            .formatted(flag, chosen.name(), chosen.name()));
        }
    }

    /// Without the program's own name: `bench ui`.
    private static String name(CommandSpec command) {
        return command.qualifiedName().substring(command.root().name().length()).strip();
    }
}
