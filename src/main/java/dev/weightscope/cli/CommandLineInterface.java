package dev.weightscope.cli;

import dev.weightscope.chart.FigureContent;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Snapshot;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program without a window: words in, text and an exit code out.
public final class CommandLineInterface {
    static final int SUCCESS = 0;
    static final int FAILURE = 1;
    static final int MISTAKE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Laboratory laboratory;

    /// @param kernels makes the kernel of a command that computes; closed by the command
    public CommandLineInterface(PrintStream out, PrintStream err, Supplier<Kernel> kernels) {
        this.out = out;
        this.err = err;
        this.laboratory = new Laboratory(kernels);
    }

    /// On standard output and standard error.
    public static CommandLineInterface onStandardStreams(Supplier<Kernel> kernels) {
        return new CommandLineInterface(unicode(System.out), unicode(System.err), kernels);
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

    /// Stands in for the window where there is no display: says so, writes the pictures of the
    /// default experiment into the directory `weightscope-export`, and prints its table.
    ///
    /// @param workingDirectory where that directory is made
    /// @return the exit code
    public int withoutDisplay(Path workingDirectory) {
        Path place = workingDirectory.resolve("weightscope-export");
        out.printf(
                "There is no display to open a window on, so the default experiment goes to %s;"
                        + " weightscope --help says what else can be done without one.%n%n",
                place);
        return reporting(() -> {
            Snapshot snapshot = laboratory.run(Experiment.DEFAULT);
            out.println(LayerTable.format(snapshot));
            printPaths(
                    new PictureFiles(snapshot, List.of(), FigureContent.ALL, PixelScale.X2)
                            .write(place));
        });
    }

    private void execute(String... arguments) throws IOException {
        CommandLine commandLine = CommandSpecs.commandLine();
        ParseResult top = commandLine.parseArgs(arguments);
        List<CommandLine> commands = top.asCommandLineList();
        CommandLine chosen = commands.getLast();
        ParseResult parsed = chosen.getParseResult();
        if (parsed.isUsageHelpRequested()) {
            chosen.usage(out);
            return;
        }
        if (top.hasMatchedOption(CommandSpecs.VERSION)) {
            out.print(laboratory.version());
            return;
        }
        switch (chosen.getCommandName()) {
            case CommandSpecs.RUN -> new RunCommand(laboratory, out).execute(parsed);
            case CommandSpecs.EXPORT -> printPaths(new ExportCommand(laboratory).execute(parsed));
            case CommandSpecs.LIST -> new ListCommand(out).execute(parsed);
            case CommandSpecs.BENCH -> new BenchCommand(out).execute(parsed);
            default ->
                    throw new InvalidExperimentException(
                            "a command is missing; there are: "
                                    + String.join(", ", commandLine.getSubcommands().keySet()));
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
        } catch (InvalidExperimentException mistake) {
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
