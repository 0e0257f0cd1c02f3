package dev.weightscope.cli;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Words of a command line that picocli would take otherwise than a person means them.
final class Words {
    private Words() {}

    /// @param program what can be typed
    /// @throws Refusal in one sentence, if an option that is said by being there is given a value,
    ///   or a lone `--` says that no more options follow
    static void refuse(CommandSpec program, String... words) {
        Set<String> flags = new HashSet<>();
        addFlags(program, flags);
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0 && flags.contains(word.substring(0, equals))) {
                throw new Refusal(
                        "%s takes no value; leave %s out"
                                .formatted(
                                        word.substring(0, equals),
                                        Quoted.of(word.substring(equals))));
            }
            if (word.equals("--")) {
                throw new Refusal("\"--\" is not expected; options are written without it");
            }
        }
    }

    /// @param flags modified: gets the names of options that have no value, of all commands
    private static void addFlags(CommandSpec spec, Set<String> flags) {
        for (OptionSpec option : spec.options()) {
            if (option.arity().max() == 0) {
                flags.addAll(Set.of(option.names()));
            }
        }
        spec.subcommands().values().forEach(each -> addFlags(each.getCommandSpec(), flags));
    }
}
