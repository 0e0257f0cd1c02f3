package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program from its arguments on: words in, text and an exit code out. Without a command the
/// window opens, which this package knows by an interface alone.
public final class CommandLineInterface {
    static final int SUCCESS = 0;
    static final int FAILURE = 1;
    static final int MISTAKE = 2;

    /// As shells say that a program was ended by Ctrl+C.
    static final int INTERRUPTED = 130;

    private final PrintStream out;
    private final PrintStream err;
    private final EngineSettings standard;
    private final Window window;
    private final List<Lab<?, ?>> labs;
    private final Terminal terminal;

    /// @param standard the engine's settings where the arguments say nothing
    /// @param labs each becomes a command
    /// @param terminal closed when what is said has been done
    CommandLineInterface(
            PrintStream out,
            PrintStream err,
            EngineSettings standard,
            Window window,
            List<Lab<?, ?>> labs,
            Terminal terminal) {
        this.terminal = terminal;
        this.out = out;
        this.err = err;
        this.standard = standard;
        this.window = window;
        this.labs = List.copyOf(labs);
    }

    /// On standard output and standard error.
    ///
    /// @param labs each becomes a command
    public static CommandLineInterface onStandardStreams(Window window, List<Lab<?, ?>> labs) {
        PrintStream err = unicode(System.err);
        return new CommandLineInterface(
                unicode(System.out),
                err,
                EngineSettings.standard(),
                window,
                labs,
                new SystemTerminal(err));
    }

    /// A plain POSIX locale claims ASCII, but what reads the text then is a file or a terminal that
    /// knows UTF-8; a question mark for every σ would help neither.
    private static PrintStream unicode(PrintStream stream) {
        return stream.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(stream, true, StandardCharsets.UTF_8)
                : stream;
    }

    /// Does what the words of a command line say.
    ///
    /// @return the exit code: 0, 1 after a failure of the machine, 2 after a mistake in
    ///   `arguments`, 130 after Ctrl+C
    public int run(String... arguments) {
        try (terminal) {
            return reporting(() -> execute(arguments));
        }
    }

    private void execute(String... arguments) throws IOException {
        if (arguments.length == 0) {
            openWindow(standard); // sooner than picocli would find out
            return;
        }
        List<Command> commands = commands();
        ParseResult top = parsed(commands, arguments);
        List<CommandLine> typed = top.asCommandLineList();
        List<ParseResult> all = typed.stream().map(CommandLine::getParseResult).toList();
        if (all.stream().anyMatch(ParseResult::isUsageHelpRequested)) {
            typed.getLast().usage(out);
            return;
        }
        EngineSettings settings = ChosenSettings.of(standard, all);
        if (top.hasMatchedOption(Specs.VERSION)) {
            out.print(new ExperimentRunner(settings).version());
            return;
        }
        MisplacedOptions.refuse(all.subList(0, all.size() - 1), typed.getLast().getCommandSpec());
        Optional<Command> chosen = Optional.empty();
        for (CommandLine word : typed.subList(1, typed.size())) {
            List<Command> there = chosen.map(Command::subcommands).orElse(commands);
            chosen =
                    there.stream()
                            .filter(each -> each.name().equals(word.getCommandName()))
                            .findFirst();
        }
        if (chosen.isPresent()) {
            chosen.get().execute(all.getLast(), settings);
        } else {
            openWindow(settings);
        }
    }

    /// Picocli is told of the commands that are named alone: to tell it of all, with hundreds of
    /// options, takes a tenth of the time of a short run. Words that then make no sense are parsed
    /// again with all commands, since a sentence may speak of any, and so are those that ask for
    /// the help that lists them.
    private static ParseResult parsed(List<Command> commands, String... arguments) {
        Set<String> words = new HashSet<>(List.of(arguments));
        List<Command> named =
                commands.stream().filter(command -> words.contains(command.name())).toList();
        try {
            ParseResult parsed = parsed(Specs.program(named), arguments);
            if (!parsed.isUsageHelpRequested()) {
                return parsed;
            }
        } catch (ParameterException | Refusal _) {
            // said again below, or not a mistake at all
        }
        return parsed(Specs.program(commands), arguments);
    }

    private static ParseResult parsed(CommandLine program, String... arguments) {
        Words.refuse(program.getCommandSpec(), arguments);
        return program.parseArgs(arguments);
    }

    private List<Command> commands() {
        List<LabCommand<?, ?>> ofLabs = new ArrayList<>();
        labs.forEach(lab -> ofLabs.add(new LabCommand<>(lab, out, terminal)));
        List<Command> commands = new ArrayList<>(ofLabs);
        commands.add(new ExportCommand(out, ofLabs, terminal));
        commands.add(new GainCommand(out));
        commands.add(new InspectCommand(out, terminal));
        commands.add(new SnippetCommand(out));
        commands.add(new ListCommand(out));
        commands.add(new BenchCommand(window, out));
        return commands;
    }

    private void openWindow(EngineSettings settings) throws IOException {
        if (!window.open(settings)) {
            new StandIn(new ExperimentRunner(settings), out).execute(Path.of("").toAbsolutePath());
        }
    }

    private int reporting(Work work) {
        try {
            work.run();
            out.flush();
            return SUCCESS;
        } catch (ParameterException mistake) {
            return report(UsageMistake.sentence(mistake), MISTAKE);
        } catch (Refusal mistake) {
            return report(mistake.getMessage(), MISTAKE);
        } catch (Interrupted interrupted) {
            out.flush();
            return report(interrupted.getMessage(), INTERRUPTED);
        } catch (IOException | UncheckedIOException failure) {
            return report(failure.getMessage(), FAILURE);
        } catch (OutOfMemoryError _) {
            return report(
                    "the memory is exhausted; fewer samples, smaller widths, fewer bins or, of"
                            + " pictures, fewer pixels need less, and java's option -Xmx allows"
                            + " more",
                    FAILURE);
        }
    }

    private int report(@Nullable String sentence, int exitCode) {
        err.println(String.valueOf(sentence).replaceAll("\\R", " "));
        return exitCode;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
