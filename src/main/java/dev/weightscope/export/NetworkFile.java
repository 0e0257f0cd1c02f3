package dev.weightscope.export;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Step;
import dev.weightscope.weights.SafetensorsWriter;
import dev.weightscope.weights.SafetensorsWriter.Declared;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A network's weights and biases as a safetensors file: those of layer n, counted from 0, as
/// `layers.n.weight` (out × in, as PyTorch's Linear has them) and `layers.n.bias`, then what its
/// norm has learnt as `norms.n.weight` and `norms.n.bias`, with the experiment in the metadata.
public final class NetworkFile {
    private NetworkFile() {}

    /// Draws the network and writes it.
    ///
    /// @param progress told how far that is
    /// @throws IOException as [WholeFile#write(Path, WholeFile.Content)]
    /// @throws dev.weightscope.kernel.CancelledException if nobody wants it any longer; the file is
    ///   as it was
    /// @throws dev.weightscope.model.Refusal as [DrawnNetwork#draw]
    public static <S> void write(
            Path file,
            DrawnNetwork<S> network,
            Question<S> question,
            Kernel kernel,
            Consumer<Step> progress,
            Cancellation cancellation)
            throws IOException {
        WholeFile.write(
                file,
                out -> {
                    Layers layers =
                            new Layers(
                                    new WantedStream(out, cancellation),
                                    metadata(network, question),
                                    progress);
                    try {
                        network.draw(question, kernel, cancellation, layers);
                    } catch (UncheckedIOException failed) {
                        throw failed.getCause();
                    }
                    layers.finish();
                });
    }

    private static <S> Map<String, String> metadata(DrawnNetwork<S> network, Question<S> question) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt"); // for readers that ask which framework's layout it has
        metadata.put("weightscope", ExperimentText.format(question.experiment()));
        String training = network.training(question.settings());
        if (!training.isEmpty()) {
            metadata.put("weightscope-training", training);
        }
        return metadata;
    }

    /// Writes as long as somebody wants it.
    private static final class WantedStream extends FilterOutputStream {
        private final Cancellation cancellation;

        WantedStream(OutputStream out, Cancellation cancellation) {
            super(out);
            this.cancellation = cancellation;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            cancellation.throwIfCancelled();
            out.write(bytes, from, length);
        }
    }

    private static final class Layers implements DrawnNetwork.Layers {
        private final OutputStream out;
        private final Map<String, String> metadata;
        private final Consumer<Step> progress;
        private List<DrawnNetwork.Vector> others = List.of();
        private int depth;
        private int layer;
        private @Nullable SafetensorsWriter writer;

        Layers(OutputStream out, Map<String, String> metadata, Consumer<Step> progress) {
            this.out = out;
            this.metadata = metadata;
            this.progress = progress;
        }

        @Override
        public void step(Step step) {
            progress.accept(step);
        }

        @Override
        public void begin(List<Integer> widths, List<DrawnNetwork.Vector> vectors) {
            others = vectors;
            depth = widths.size() - 1;
            try {
                writer = new SafetensorsWriter(out, metadata, declared(widths, vectors));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static List<Declared> declared(
                List<Integer> widths, List<DrawnNetwork.Vector> vectors) {
            List<Declared> tensors = new ArrayList<>();
            for (int layer = 0; layer + 1 < widths.size(); layer++) {
                int in = widths.get(layer);
                int out = widths.get(layer + 1);
                tensors.add(new Declared("layers.%d.weight".formatted(layer), List.of(out, in)));
                tensors.add(new Declared("layers.%d.bias".formatted(layer), List.of(out)));
            }
            vectors.forEach(
                    each -> tensors.add(new Declared(each.name(), List.of(each.values().length))));
            return tensors;
        }

        @Override
        public void layer(float[] weights, float[] bias) {
            layer++;
            progress.accept(new Step("layer", layer, depth));
            try {
                begun().writeTransposed(weights);
                begun().write(bias);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void finish() throws IOException {
            for (DrawnNetwork.Vector each : others) {
                begun().write(each.values());
            }
            begun().finish();
        }

        private SafetensorsWriter begun() {
            if (writer == null) {
                throw new IllegalStateException("a network begins with its widths");
            }
            return writer;
        }
    }
}
