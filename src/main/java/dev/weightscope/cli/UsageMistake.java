package dev.weightscope.cli;

import dev.weightscope.model.Quoted;
import dev.weightscope.option.Suggestion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// One sentence for each way in which the words of a command line can fail to be one.
final class UsageMistake {
    private UsageMistake() {}

    static String sentence(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        return switch (mistake) {
            case UnmatchedArgumentException unmatched ->
                    unmatched(command.getCommandSpec(), unmatched.getUnmatched().getFirst());
            case OverwrittenOptionException overwritten ->
                    name(overwritten.getOverwritten()) + " is given twice; give it once";
            case MissingParameterException missing -> missing(missing.getMissing());
            default -> String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
        };
    }

    private static String unmatched(CommandSpec command, String word) {
        List<String> known = new ArrayList<>(command.subcommands().keySet());
        if (word.startsWith("-")) {
            String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> takers = takers(command, flag);
            if (!takers.isEmpty()) {
                return "option %s stands behind a command that takes it: %s"
                        .formatted(Quoted.of(flag), String.join(", ", takers));
            }
            return "option %s is unknown%s"
                    .formatted(
                            Quoted.of(flag),
                            Suggestion.didYouMean(flag, command.optionsMap().keySet()));
        }
        if (known.isEmpty()) {
            return "%s is not expected here; options begin with --%s"
                    .formatted(
                            Quoted.of(word),
                            Suggestion.didYouMean("--" + word, command.optionsMap().keySet()));
        }
        List<String> meant = new ArrayList<>(known);
        meant.addAll(command.optionsMap().keySet()); // help, version
        return "command %s is unknown%s; there are: %s"
                .formatted(
                        Quoted.of(word),
                        Suggestion.didYouMean(word, meant),
                        String.join(", ", known));
    }

    /// The commands below one that take an option.
    private static List<String> takers(CommandSpec command, String flag) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> each.optionsMap().containsKey(flag))
                .map(CommandSpec::name)
                .toList();
    }

    private static String missing(List<ArgSpec> missing) {
        ArgSpec first = missing.getFirst();
        return first.isOption()
                ? "%s needs a value: %s".formatted(name(first), first.paramLabel())
                : "a word is missing: " + first.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
