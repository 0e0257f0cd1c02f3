package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Keyed;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.signal.FigureContent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What can be typed, as picocli wants it told.
final class CommandSpecs {
    static final String RUN = "run";
    static final String EXPORT = "export";
    static final String LIST = "list";
    static final String BENCH = "bench";
    static final String BENCH_UI = "ui";

    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String PRESET = "--preset";
    static final String JSON = "--json";
    static final String CSV = "--csv";
    static final String OUT = "--out";
    static final String PIXELS = "--pixels";
    static final String WHAT = "--what";

    private CommandSpecs() {}

    static CommandLine commandLine() {
        CommandSpec top =
                CommandSpec.create()
                        .name("weightscope")
                        .addOption(help())
                        .addOption(
                                flag(
                                        VERSION,
                                        "Print the version, the JDK and the kernel, and exit."))
                        .addSubcommand(RUN, run())
                        .addSubcommand(EXPORT, export())
                        .addSubcommand(LIST, list())
                        .addSubcommand(BENCH, bench());
        addEngineOptions(top, EngineOptions.ALL);
        top.usageMessage()
                .sortOptions(false)
                .description(
                        "An oscilloscope for the weight initialization of deep networks. Without a"
                                + " command the window opens.");
        return new CommandLine(top)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setUnmatchedOptionsAllowedAsOptionParameters(true);
    }

    private static CommandSpec run() {
        CommandSpec spec =
                command("Run an experiment and print a line for each layer.")
                        .addOption(flag(JSON, "Print one JSON object instead."))
                        .addOption(flag(CSV, "Print the same as a table with commas."));
        return withRunOptions(spec);
    }

    private static CommandSpec export() {
        CommandSpec spec =
                command(
                                "Run an experiment and write its pictures (PNG) and its table"
                                        + " (CSV) into a directory.")
                        .addOption(
                                option(OUT, "DIR", "The directory; made if it is missing.")
                                        .required(true)
                                        .build())
                        .addOption(
                                option(
                                                PIXELS,
                                                keys(PixelScale.values()),
                                                "Pixels for each unit of length. Default: 2x.")
                                        .build())
                        .addOption(
                                option(
                                                WHAT,
                                                keys(FigureContent.values()),
                                                "Which pictures; all gives each by itself and both"
                                                        + " in one. Default: all.")
                                        .build());
        return withRunOptions(spec);
    }

    private static CommandSpec list() {
        return command("Print the words that options take, and what each stands for.")
                .addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel(keys(Catalogue.values()))
                                .description("What to list.")
                                .type(String.class)
                                .required(true)
                                .arity("1")
                                .build())
                .addOption(flag(JSON, "Print a JSON array instead."));
    }

    private static CommandSpec bench() {
        CommandSpec spec =
                command(
                                "Time the workloads that other libraries are compared by, and"
                                        + " products; takes a minute or two, with the"
                                        + " scalar kernel 8 to 9 minutes.")
                        .addOption(flag(JSON, "Print one JSON object instead; times in seconds."));
        addOptions(spec, BenchOptions.TIMES);
        addEngineOptions(spec, List.of(EngineOptions.KERNEL, EngineOptions.THREADS));
        return spec.addSubcommand(BENCH_UI, benchUi());
    }

    private static CommandSpec benchUi() {
        CommandSpec spec =
                command(
                                "Drag gain, width and depth in the window, and time how soon the"
                                        + " picture follows; without a display in memory.")
                        .addOption(flag(JSON, "Print one JSON object instead; times in seconds."));
        addOptions(spec, BenchOptions.DRAGS);
        addEngineOptions(spec, EngineOptions.ALL);
        return spec;
    }

    private static CommandSpec command(String description) {
        CommandSpec spec = CommandSpec.create().addOption(help());
        spec.usageMessage().description(description).sortOptions(false).abbreviateSynopsis(true);
        return spec;
    }

    private static CommandSpec withRunOptions(CommandSpec spec) {
        spec.addOption(
                option(
                                PRESET,
                                "KEY",
                                "Start from a preset (see list presets); the other options change"
                                        + " it.")
                        .build());
        addOptions(spec, ExperimentOptions.ALL);
        addEngineOptions(spec, EngineOptions.ALL);
        return spec;
    }

    /// @param spec modified
    private static <S> void addOptions(CommandSpec spec, Options<S> options) {
        for (Option<S, ?> option : options.list()) {
            spec.addOption(option(option, options.help(option)));
        }
    }

    /// Their defaults are the machine's, and their help says so itself.
    ///
    /// @param spec modified
    private static void addEngineOptions(
            CommandSpec spec, List<Option<EngineSettings, ?>> options) {
        for (Option<EngineSettings, ?> option : options) {
            spec.addOption(option(option, option.help()));
        }
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Print this help and exit.")
                .build();
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    private static OptionSpec option(Option<?, ?> option, String description) {
        return option(option.flag(), option.codec().placeholder(), description).build();
    }

    private static OptionSpec.Builder option(String name, String placeholder, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(placeholder)
                .description(description.replace("%", "%%"));
    }

    private static String keys(Keyed[] catalogue) {
        return Arrays.stream(catalogue).map(Keyed::key).collect(Collectors.joining("|"));
    }
}
