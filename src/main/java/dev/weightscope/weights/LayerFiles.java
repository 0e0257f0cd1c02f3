package dev.weightscope.weights;

import dev.weightscope.file.NamedPath;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Layout;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.model.WeightsReading;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Layers of a network from files of weights.
public final class LayerFiles {
    private static final int PIECE = 1 << 13;

    /// Of the heap, one part in so many may be one file's layers.
    private static final int PART_OF_HEAP = 4;

    private static final KeptLayers KEPT = new KeptLayers();

    private LayerFiles() {}

    /// Reads the weights and biases of layers.
    ///
    /// @param source a path, or [WeightFile#EXAMPLE]
    /// @throws Refusal in one sentence, as [WeightFile#open(String)]; if there are no such tensors,
    ///   or they are no matrices, do not join or are too large; or if the numbers are not those of
    ///   the reading's hash
    public static LoadedWeights read(String source, WeightsReading reading) {
        Optional<KeptLayers.Key> key =
                source.equals(WeightFile.EXAMPLE)
                        ? Optional.of(KeptLayers.Key.unchanging(source, reading.tensors()))
                        : KeptLayers.Key.of(NamedPath.of(source), reading.tensors());
        LoadedWeights loaded =
                key.flatMap(KEPT::find)
                        .map(kept -> kept.source().equals(source) ? kept : kept.withSource(source))
                        .orElseGet(() -> read(source, reading.tensors()));
        requireUnchanged(loaded, reading.hash());
        key.ifPresent(each -> KEPT.keep(each, loaded));
        return loaded;
    }

    private static LoadedWeights read(String source, TensorChoice tensors) {
        try (WeightFile file = WeightFile.open(source)) {
            LayerGuess guess = new LayerGuess(file.tensors(), Layouts.GUESSED);
            List<LayerOrder.Matrix> matrices = LayerPlan.matrices(source, file.tensors(), tensors);
            requireRoom(source, matrices);
            return new LoadedWeights(
                    source, matrices.stream().map(each -> layer(each, guess)).toList());
        }
    }

    private static void requireRoom(String source, List<LayerOrder.Matrix> matrices) {
        long bytes = Float.BYTES * matrices.stream().mapToLong(each -> each.tensor().count()).sum();
        long most = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        if (bytes > most) {
            throw new Refusal(
                    "the layers of %s take %d MiB, and there is room for %d; choose fewer by --tensors"
                            .formatted(Quoted.path(source), bytes >> 20, most >> 20));
        }
    }

    private static void requireUnchanged(LoadedWeights loaded, String hash) {
        if (!hash.isEmpty() && !hash.equals(loaded.hash())) {
            throw new Refusal(
                    "the weights in %s are not those that were noted down: the file has changed; bring the old one back, or take them as they are now: send them from Inspect again, or leave out --weights-hash"
                            .formatted(Quoted.path(loaded.source())));
        }
    }

    private static LoadedLayer layer(LayerOrder.Matrix matrix, LayerGuess guess) {
        int in = (int) matrix.in();
        int out = (int) matrix.out();
        float[] weights = floats(matrix.tensor(), in, out, matrix.layout());
        Optional<LoadedTensor> bias = guess.bias(matrix.tensor()).map(each -> bias(each, matrix));
        return new LoadedLayer(
                matrix.layout(), new LoadedTensor(matrix.tensor().name(), in, out, weights), bias);
    }

    private static LoadedTensor bias(Tensor bias, LayerOrder.Matrix matrix) {
        if (bias.count() != matrix.out()) {
            throw new Refusal(
                    "%s has %d numbers, but %s gives %d values as %s; write the other layout behind its name"
                            .formatted(
                                    Quoted.value(bias.name()),
                                    bias.count(),
                                    Quoted.value(matrix.tensor().name()),
                                    matrix.out(),
                                    matrix.layout().key()));
        }
        int out = (int) matrix.out();
        return new LoadedTensor(bias.name(), 1, out, floats(bias, 1, out, Layout.IN_OUT));
    }

    /// @return in × out, row by row
    private static float[] floats(Tensor tensor, int in, int out, Layout layout) {
        float[] values = new float[in * out];
        double[] piece = new double[PIECE];
        for (int from = 0; from < values.length; from += PIECE) {
            int length = Math.min(PIECE, values.length - from);
            tensor.read(from, piece, length);
            for (int i = 0; i < length; i++) {
                int at = from + i;
                int target =
                        switch (layout) {
                            case IN_OUT -> at;
                            case OUT_IN -> at % in * out + at / in;
                        };
                values[target] = (float) piece[i];
            }
        }
        return values;
    }

    /// The experiment with the absolute path of its file of weights, so that its text means the
    /// same wherever it is read.
    public static Experiment withAbsolutePath(Experiment experiment) {
        return experiment.initializer() instanceof LoadedWeights loaded
                        && !loaded.source().equals(WeightFile.EXAMPLE)
                ? experiment.withInitializer(
                        loaded.withSource(
                                NamedPath.of(loaded.source()).toAbsolutePath().toString()))
                : experiment;
    }

    /// The path of a file of weights that a file in a folder names: an absolute one as it is, a
    /// relative one from where the program was started or else from that folder.
    ///
    /// @return absolute if there is such a file; `source` itself if there is none
    public static String find(String source, Path folder) {
        if (source.equals(WeightFile.EXAMPLE)) {
            return source;
        }
        return path(source)
                .flatMap(path ->
                        Stream.of(path, folder.resolve(path)).filter(Files::exists).findFirst())
                .map(found -> found.toAbsolutePath().toString())
                .orElse(source);
    }

    private static Optional<Path> path(String source) {
        try {
            return Optional.of(Path.of(source));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
