package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    private final PrintStream out;
    private final PrintStream err;
    private final EngineSettings standard;
    private final Window window;

    /// @param standard the engine's settings where the arguments say nothing
    CommandLineInterface(PrintStream out, PrintStream err, EngineSettings standard, Window window) {
        this.out = out;
        this.err = err;
        this.standard = standard;
        this.window = window;
    }

    /// On standard output and standard error.
    public static CommandLineInterface onStandardStreams(Window window) {
        return new CommandLineInterface(
                unicode(System.out), unicode(System.err), EngineSettings.standard(), window);
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
    /// @return the exit code: 0, 1 after a failure of the machine, 2 after a mistake in `arguments`
    public int run(String... arguments) {
        return reporting(() -> execute(arguments));
    }

    private void execute(String... arguments) throws IOException {
        if (arguments.length == 0) {
            openWindow(standard); // sooner than picocli would find out
            return;
        }
        CommandLine commandLine = CommandSpecs.commandLine();
        ParseResult top = commandLine.parseArgs(arguments);
        List<CommandLine> commands = top.asCommandLineList();
        CommandLine chosen = commands.getLast();
        List<ParseResult> all = commands.stream().map(CommandLine::getParseResult).toList();
        if (all.stream().anyMatch(ParseResult::isUsageHelpRequested)) {
            chosen.usage(out);
            return;
        }
        EngineSettings settings = ChosenSettings.of(standard, all);
        ExperimentRunner laboratory = new ExperimentRunner(settings);
        if (top.hasMatchedOption(CommandSpecs.VERSION)) {
            out.print(laboratory.version());
            return;
        }
        MisplacedOptions.refuse(all.subList(0, all.size() - 1), chosen.getCommandSpec());
        ParseResult parsed = all.getLast();
        switch (chosen.getCommandName()) {
            case CommandSpecs.RUN -> new RunCommand(laboratory, out).execute(parsed);
            case CommandSpecs.EXPORT -> printPaths(new ExportCommand(laboratory).execute(parsed));
            case CommandSpecs.LIST -> new ListCommand(out).execute(parsed);
            case CommandSpecs.BENCH -> new BenchCommand(out).execute(parsed, settings);
            case CommandSpecs.BENCH_UI -> new BenchUiCommand(window, out).execute(parsed, settings);
            default -> openWindow(settings);
        }
    }

    private void openWindow(EngineSettings settings) throws IOException {
        if (!window.open(settings)) {
            new StandIn(new ExperimentRunner(settings), out).execute(Path.of("").toAbsolutePath());
        }
    }

    private void printPaths(List<Path> files) {
        files.forEach(out::println);
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
        } catch (IOException | UncheckedIOException failure) {
            return report(failure.getMessage(), FAILURE);
        } catch (OutOfMemoryError _) {
            return report("the memory is exhausted; use fewer samples or smaller widths", FAILURE);
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
