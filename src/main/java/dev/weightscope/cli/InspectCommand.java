package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.TableFile;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Table;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Refusal;
import dev.weightscope.report.Comparison;
import dev.weightscope.report.FileReading;
import dev.weightscope.report.FileReport;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorColumns;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Tells what is in a file of weights.
record InspectCommand(PrintStream out, Terminal terminal) implements Command {
    private static final String LAYOUT = "--layout";
    private static final String TENSORS = "--tensors";

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put("model.safetensors", "a line for each tensor");
        examples.put("before.safetensors after.safetensors", "what has changed in each tensor");
        examples.put("weights.npz --layout in-out --json", "as X @ W has it, for a program");
        examples.put("model.onnx --layout fc1.weight:in-out", "one tensor lies otherwise");
        examples.put("model.safetensors --out charts --pictures svg", "charts of each tensor");
        return examples;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Tell what is in a file of weights: the tensors with their shapes,"
                                    + " the mean, std and excess kurtosis of their finite values,"
                                    + " and the laws that initializers may have drawn them from. Of"
                                    + " two files, what has changed from the first to the second."
                                    + " Nothing in a file is executed.")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .paramLabel("FILE")
                                        .description(
                                                "The file: safetensors, npz, npy, GGUF, ONNX,"
                                                        + " PyTorch, Keras or HDF5, whatever"
                                                        + " its name, or small-mlp, which"
                                                        + " comes along; and another one, whose"
                                                        + " tensors are compared with those of the"
                                                        + " same names.")
                                        .type(String[].class)
                                        .required(true)
                                        .arity("1..2")
                                        .build())
                        .addOption(
                                Specs.option(
                                                LAYOUT,
                                                "LAYOUTS",
                                                "How weights lie, from which their fans follow:"
                                                        + " out-in or in-out for all, and"
                                                        + " NAME:in-out for one, with commas"
                                                        + " between them. Without it guessed for"
                                                        + " each, by its bias and its name.")
                                        .build());
        OutputForm.add(spec);
        spec.addOption(
                PictureOptions.out(
                                "Write the charts of each tensor (PNG, SVG or PDF) and the table"
                                        + " (CSV) into this directory instead; it is made if it is"
                                        + " missing.")
                        .build());
        PictureOptions.addStyle(spec);
        spec.addOption(
                Specs.option(
                                TENSORS,
                                "A,B,...",
                                "Of which tensors charts are written. Default: of all.")
                        .build());
        Specs.addEngineOptions(spec, List.of(EngineOptions.KERNEL, EngineOptions.THREADS));
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        OutputForm form = OutputForm.of(parsed);
        boolean files = PictureOptions.areGiven(parsed);
        if (files && form != OutputForm.TEXT) {
            throw new Refusal("--out and --json or --csv contradict each other; give one");
        }
        if (files) {
            // Mistakes are told before anything is read.
            Path directory = PictureOptions.directory(parsed);
            write(found(parsed, settings), parsed, directory, PictureOptions.style(parsed));
            return;
        }
        PictureOptions.refuseStyleAlone(parsed);
        if (parsed.hasMatchedOption(TENSORS)) {
            throw new Refusal("%s is of charts; give --out too".formatted(TENSORS));
        }
        Inspected found = found(parsed, settings);
        if (found.other().isPresent() && found.comparison().isPresent()) {
            print(form, found.file(), found.other().get(), found.comparison().get());
        } else {
            print(form, found.file());
        }
    }

    private Inspected found(ParseResult parsed, EngineSettings settings) {
        Layouts layouts = layouts(parsed);
        List<String> names = List.of(parsed.matchedPositionalValue(0, new String[0]));
        return names.size() == 1
                ? read(settings, reading -> reading.one(names.getFirst(), layouts))
                : read(
                        settings,
                        reading -> reading.two(names.getFirst(), names.getLast(), layouts));
    }

    private static Layouts layouts(ParseResult parsed) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(LAYOUT, null))
                .map(text -> Layouts.parse("layout", text))
                .orElse(Layouts.GUESSED);
    }

    /// Prints the files written.
    private void write(Inspected found, ParseResult parsed, Path directory, PictureStyle style)
            throws IOException {
        List<String> tensors =
                parsed.hasMatchedOption(TENSORS)
                        ? List.of(parsed.<String>matchedOptionValue(TENSORS, "").split(",", -1))
                        : List.of();
        ProgressLine<String, Void> line = line();
        try {
            new TensorFiles(
                            found,
                            layouts(parsed),
                            tensors,
                            style,
                            line.watched(terminal.interruption()))
                    .write(directory, table(found), out::println);
        } catch (CancelledException _) {
            throw new Interrupted("interrupted; what is written is what was there");
        } finally {
            line.clear();
        }
    }

    private static TableFile table(Inspected found) {
        return TableFile.of("tensors", "Tensors", TensorColumns.of(found));
    }

    private ProgressLine<String, Void> line() {
        return new ProgressLine<>(
                terminal::progress,
                System::nanoTime,
                List.of(name()),
                ProgressLine.Kept.WHOLE_ONES);
    }

    private void print(OutputForm form, FileReport file) {
        switch (form) {
            case TEXT -> out.print(InspectedText.table(file));
            case CSV -> out.print(csv(TensorColumns.of(file.tensors())));
            case JSON -> out.println(InspectedText.json(file));
        }
    }

    private void print(OutputForm form, FileReport file, FileReport other, Comparison comparison) {
        switch (form) {
            case TEXT -> out.print(ComparedText.table(file, other, comparison));
            case CSV -> out.print(csv(TensorColumns.of(comparison)));
            case JSON -> out.println(ComparedText.json(file, other, comparison));
        }
    }

    private static String csv(Table<?> table) {
        return TableFile.of("tensors", "Tensors", table).text();
    }

    /// Plain loops, unless another kernel is asked for: a fresh process has compiled them in less
    /// time than vectors save, up to some GB of values.
    private static Kernel kernel(EngineSettings settings) {
        return settings.kernel() == Kernels.Choice.AUTO
                ? Kernels.scalar(settings.threads())
                : settings.startKernel();
    }

    private Inspected read(EngineSettings settings, Function<FileReading, Inspected> read) {
        ProgressLine<String, Void> line = line();
        try (Kernel kernel = kernel(settings)) {
            return read.apply(
                    new FileReading(kernel, terminal.interruption(), line.begun(name())::step));
        } catch (CancelledException _) {
            throw new Interrupted("interrupted before there was anything to print");
        } finally {
            line.clear();
        }
    }
}
