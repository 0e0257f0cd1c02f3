package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Keyed;
import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What can be typed, as picocli wants it told: the parts that commands share.
final class Specs {
    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String JSON = "--json";
    static final String PRESET = "--preset";

    private Specs() {}

    /// The program with its commands.
    static CommandLine program(List<Command> commands) {
        CommandSpec top =
                CommandSpec.create()
                        .name("weightscope")
                        .addOption(help())
                        .addOption(
                                flag(
                                        VERSION,
                                        "Print the version, the JDK and the kernel, and exit."));
        addEngineOptions(top, EngineOptions.ALL);
        top.usageMessage()
                .sortOptions(false)
                .description(
                        "An oscilloscope for the weight initialization of deep networks. Without a"
                                + " command the window opens.");
        addCommands(top, commands);
        return new CommandLine(top)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setUnmatchedOptionsAllowedAsOptionParameters(true);
    }

    /// @param spec modified
    private static void addCommands(CommandSpec spec, List<Command> commands) {
        for (Command command : commands) {
            CommandSpec below = command.spec();
            addExamples(below, command);
            addCommands(below, command.subcommands());
            spec.addSubcommand(command.name(), new CommandLine(below));
        }
    }

    /// @param spec modified
    private static void addExamples(CommandSpec spec, Command command) {
        List<String> lines = new ArrayList<>();
        command.examples()
                .forEach((words, what) -> {
                    lines.add("  " + escaped("weightscope " + command.name() + " " + words));
                    lines.add("      " + escaped(what));
                });
        if (!lines.isEmpty()) {
            spec.usageMessage().footerHeading("%nExamples:%n").footer(lines.toArray(String[]::new));
        }
    }

    static CommandSpec command(String description) {
        CommandSpec spec = CommandSpec.create().addOption(help());
        spec.usageMessage()
                .description(escaped(description))
                .sortOptions(false)
                .abbreviateSynopsis(true);
        return spec;
    }

    /// What an experiment is made of and run on, and the preset that it starts from.
    ///
    /// @param spec modified
    static void addExperimentOptions(CommandSpec spec) {
        spec.addOption(
                option(
                                PRESET,
                                "KEY",
                                "Start from a preset (see list presets); the other options change"
                                        + " it.")
                        .build());
        addOptions(spec, ExperimentOptions.ALL);
        addEngineOptions(spec, EngineOptions.ALL);
    }

    /// Those that are not there yet.
    ///
    /// @param spec modified
    static <S> void addOptions(CommandSpec spec, Options<S> options) {
        for (Option<S, ?> option : options.list()) {
            if (!spec.optionsMap().containsKey(option.flag())) {
                spec.addOption(option(option, options.help(option)));
            }
        }
    }

    /// Their defaults are the machine's, and their help says so itself.
    ///
    /// @param spec modified
    static void addEngineOptions(CommandSpec spec, List<Option<EngineSettings, ?>> options) {
        for (Option<EngineSettings, ?> option : options) {
            spec.addOption(option(option, option.help()));
        }
    }

    private static OptionSpec option(Option<?, ?> option, String description) {
        return option.codec() instanceof Flag
                ? flag(option.flag(), description)
                : valued(option, description);
    }

    private static OptionSpec valued(Option<?, ?> option, String description) {
        return option(option.flag(), option.codec().placeholder(), description).build();
    }

    static OptionSpec.Builder option(String name, String placeholder, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(placeholder)
                .description(escaped(description));
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Print this help and exit.")
                .build();
    }

    /// An option that is said by being there.
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(escaped(description)).build();
    }

    private static String escaped(String description) {
        return description.replace("%", "%%");
    }

    static String keys(Keyed[] catalogue) {
        return Arrays.stream(catalogue).map(Keyed::key).collect(Collectors.joining("|"));
    }
}
