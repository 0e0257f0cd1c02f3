package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.WholeFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.weights.SafetensorsWriter;
import dev.weightscope.weights.SafetensorsWriter.Declared;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that writes a network's weights and biases into a safetensors file: those of layer n,
/// counted from 0, as `layers.n.weight` (out × in, as PyTorch's Linear has them) and
/// `layers.n.bias`, with the experiment in the metadata.
///
/// @param file to be written
record SavedWeights(Path file) {
    private static final String FLAG = "--save-weights";
    private static final String ENDING = ".safetensors";

    /// @param spec modified
    static void addOption(CommandSpec spec) {
        spec.addOption(
                Specs.option(
                                FLAG,
                                "FILE",
                                "Write the weights and biases into this file too, safetensors, as"
                                        + " layers.0.weight (out x in), layers.0.bias and so on.")
                        .build());
    }

    /// @return empty where the option is not given
    /// @throws Refusal if no such file can be
    static Optional<SavedWeights> of(ParseResult parsed) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(FLAG, null))
                .map(text -> new SavedWeights(path(text)));
    }

    private static Path path(String text) {
        Path file = NamedPath.of(text);
        if (!text.endsWith(ENDING) || Files.isDirectory(file)) {
            throw new Refusal(
                    "%s \"%s\" is not the name of a file that ends in %s; write for example net%s"
                            .formatted(FLAG.substring(2), Quoted.path(text), ENDING, ENDING));
        }
        return file;
    }

    /// Draws the network and writes it.
    ///
    /// @throws IOException whose message is one sentence, if the file cannot be written; it is then
    ///   as it was
    /// @throws Interrupted if nobody wants it any longer
    void write(
            DrawnNetwork network,
            Experiment experiment,
            EngineSettings settings,
            Cancellation cancellation)
            throws IOException {
        try (Kernel kernel = settings.startKernel()) {
            WholeFile.write(file, out -> writeTo(out, network, experiment, kernel, cancellation));
        } catch (CancelledException _) {
            throw new Interrupted("interrupted; no weights are written");
        }
    }

    private static void writeTo(
            OutputStream out,
            DrawnNetwork network,
            Experiment experiment,
            Kernel kernel,
            Cancellation cancellation)
            throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt"); // for readers that ask which framework's layout it has
        metadata.put("weightscope", ExperimentText.format(experiment));
        SafetensorsWriter writer =
                new SafetensorsWriter(out, metadata, declared(network.widths(experiment)));
        try {
            network.draw(
                    experiment,
                    kernel,
                    cancellation,
                    (weights, bias) -> write(writer, weights, bias));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        writer.finish();
    }

    private static List<Declared> declared(List<Integer> widths) {
        List<Declared> tensors = new ArrayList<>();
        for (int layer = 0; layer + 1 < widths.size(); layer++) {
            int in = widths.get(layer);
            int out = widths.get(layer + 1);
            tensors.add(new Declared("layers.%d.weight".formatted(layer), List.of(out, in)));
            tensors.add(new Declared("layers.%d.bias".formatted(layer), List.of(out)));
        }
        return tensors;
    }

    private static void write(SafetensorsWriter writer, float[] weights, float[] bias) {
        try {
            writer.writeTransposed(weights);
            writer.write(bias);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
