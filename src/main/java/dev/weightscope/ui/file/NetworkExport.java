package dev.weightscope.ui.file;

import dev.weightscope.export.NetworkFile;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A network whose weights and biases can be written into a file, with what its norms have learnt.
///
/// @param <S> settings of the lab whose network it is
/// @param widths units of the input, then of each layer
/// @param learns whether it has to learn first, once more
/// @param what is in it, in a sentence
public record NetworkExport<S>(
        DrawnNetwork<S> network,
        Question<S> question,
        List<Integer> widths,
        boolean learns,
        String what) {
    /// As many numbers are drawn and written in some tenths of a second.
    private static final long QUICK = 1 << 24;

    public NetworkExport {
        widths = List.copyOf(widths);
    }

    /// What will be in the file, a line for each tensor.
    ///
    /// @param most so many lines, the last of which stands for those that are left
    String head(int most) {
        List<String> lines = new ArrayList<>();
        for (int layer = 0; layer < depth(); layer++) {
            int out = widths.get(layer + 1);
            lines.add("layers.%d.weight  %d × %d".formatted(layer, out, widths.get(layer)));
            lines.add("layers.%d.bias  %d".formatted(layer, out));
        }
        if (learns && question.experiment().architecture().normalization() != Normalization.NONE) {
            lines.add("norms.0.weight and so on: what norms have learnt");
        }
        if (lines.size() > most) {
            int left = lines.size() - most + 1;
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add("… and %s more".formatted(Amounts.counted(left, "tensor")));
        }
        return String.join("\n", lines);
    }

    /// `20 tensors, 2505000 numbers`
    String sizeText() {
        return "%s, %s"
                .formatted(
                        Amounts.counted(2L * depth(), "tensor"),
                        Amounts.counted(numbers(), "number"));
    }

    /// Whether people wait for it, and may want to give it up.
    boolean isLong() {
        return learns || numbers() > QUICK;
    }

    private long numbers() {
        long numbers = 0;
        for (int layer = 0; layer < depth(); layer++) {
            numbers += (widths.get(layer) + 1L) * widths.get(layer + 1);
        }
        return numbers;
    }

    private int depth() {
        return widths.size() - 1;
    }

    /// @throws IOException as [NetworkFile#write]
    /// @throws dev.weightscope.model.Refusal as [NetworkFile#write]
    void write(Path file) throws IOException {
        try (Kernel kernel = Kernels.automatic(Runtime.getRuntime().availableProcessors())) {
            write(file, kernel, _ -> {}, Cancellation.NEVER);
        }
    }

    /// @param progress told how far it is
    /// @throws dev.weightscope.kernel.CancelledException if nobody wants it any longer
    void write(Path file, Kernel kernel, Consumer<Step> progress, Cancellation cancellation)
            throws IOException {
        NetworkFile.write(file, network, question, kernel, progress, cancellation);
    }
}
