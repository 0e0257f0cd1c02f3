package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.file.NamedPath;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Keyed;
import dev.weightscope.report.TensorReport;
import dev.weightscope.report.TensorReports;
import dev.weightscope.weights.Layout;
import dev.weightscope.weights.WeightFile;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Tells what is in a file of weights.
record InspectCommand(PrintStream out, Terminal terminal) implements Command {
    private static final String LAYOUT = "--layout";

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put("model.safetensors", "a line for each tensor");
        examples.put("weights.npz --layout in-out --json", "as X @ W has it, for a program");
        return examples;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Tell what is in a file of weights: the tensors with their shapes,"
                                        + " the mean, std and excess kurtosis of their finite"
                                        + " values, and the laws that initializers may have drawn"
                                        + " them from. Nothing in the file is executed.")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .paramLabel("FILE")
                                        .description(
                                                "The file: safetensors, npz, npy or GGUF, whatever"
                                                        + " its name.")
                                        .type(String.class)
                                        .required(true)
                                        .arity("1")
                                        .build())
                        .addOption(
                                Specs.option(
                                                LAYOUT,
                                                Specs.keys(Layout.values()),
                                                "How all weights lie, from which their fans follow."
                                                        + " Without it guessed for each, by its"
                                                        + " bias and its name.")
                                        .build());
        OutputForm.add(spec);
        Specs.addEngineOptions(spec, EngineOptions.ALL);
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) {
        OutputForm form = OutputForm.of(parsed);
        Optional<Layout> layout =
                Optional.ofNullable(parsed.<String>matchedOptionValue(LAYOUT, null))
                        .map(key -> Keyed.find("layout", Layout.values(), key));
        String name = parsed.matchedPositionalValue(0, "");
        try (WeightFile file = WeightFile.open(NamedPath.of(name))) {
            List<TensorReport> reports = reports(file, layout, settings);
            switch (form) {
                case TEXT -> out.print(InspectedText.table(file, reports));
                case CSV -> out.print(InspectedText.csv(reports));
                case JSON -> out.println(InspectedText.json(name, file, reports));
            }
        }
    }

    private List<TensorReport> reports(
            WeightFile file, Optional<Layout> layout, EngineSettings settings) {
        ProgressLine<WeightFile, Void> line =
                new ProgressLine<>(
                        terminal::progress,
                        System::nanoTime,
                        List.of(file),
                        ProgressLine.Kept.WHOLE_ONES);
        try (Kernel kernel = settings.startKernel()) {
            return new TensorReports(kernel, terminal.interruption())
                    .of(file, layout, line.begun(file)::step);
        } catch (CancelledException _) {
            throw new Interrupted("interrupted before there was anything to print");
        } finally {
            line.clear();
        }
    }
}
