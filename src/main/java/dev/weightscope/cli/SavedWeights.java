package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.NetworkFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that writes a network's weights and biases into a [NetworkFile].
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
                                        + " layers.0.weight (out x in), layers.0.bias and so on,"
                                        + " and of norms norms.0.weight and norms.0.bias.")
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
    <S> void write(
            DrawnNetwork<S> network,
            Question<S> question,
            EngineSettings settings,
            Cancellation cancellation)
            throws IOException {
        try (Kernel kernel = settings.startKernel()) {
            NetworkFile.write(file, network, question, kernel, _ -> {}, cancellation);
        } catch (CancelledException _) {
            throw new Interrupted("interrupted; no weights are written");
        }
    }
}
