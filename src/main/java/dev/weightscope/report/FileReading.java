package dev.weightscope.report;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.weights.LayerGuess;
import dev.weightscope.weights.Tensor;
import dev.weightscope.weights.WeightFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads files from the first byte to the last, and closes them again: between two looks at a file
/// it may be moved, or written anew.
///
/// @param kernel whose threads read
public record FileReading(Kernel kernel, Cancellation cancellation, Listener listener) {
    /// Told how far the reading is, by the thread that reads.
    @FunctionalInterface
    public interface Listener {
        void step(Step step);

        /// Something more is known.
        default void partial(Inspected inspected) {}
    }

    /// @param source a path, or the key of a file that comes along
    /// @param layouts how weights lie
    /// @throws dev.weightscope.kernel.CancelledException if the reading was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if it cannot be read
    public Inspected one(String source, Layouts layouts) {
        try (WeightFile file = WeightFile.open(source)) {
            requireTensors(source, layouts, file.tensors());
            return alone(read(source, file, layouts, FileReading::alone));
        }
    }

    /// Before minutes are spent on a mistake.
    private static void requireTensors(String source, Layouts layouts, List<Tensor> tensors) {
        for (TensorChoice.Named each : layouts.own().tensors()) {
            if (tensors.stream().noneMatch(tensor -> tensor.name().equals(each.name()))) {
                throw new Refusal(
                        "%s has no tensor %s, whose layout is given; inspect tells which there are"
                                .formatted(Quoted.path(source), Quoted.of(each.name())));
            }
        }
    }

    private static Inspected alone(FileReport report) {
        return new Inspected(report, Optional.empty(), Optional.empty());
    }

    /// Two files, and what differs from the first to the second.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if the reading was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if one cannot be read
    public Inspected two(String source, String otherSource, Layouts layouts) {
        try (WeightFile file = WeightFile.open(source);
                WeightFile otherFile = WeightFile.open(otherSource)) {
            requireTensors(
                    source,
                    layouts,
                    Stream.concat(file.tensors().stream(), otherFile.tensors().stream()).toList());
            FileReport one = read(source, file, layouts, FileReading::alone);
            FileReport other =
                    read(
                            otherSource,
                            otherFile,
                            layouts,
                            part -> new Inspected(one, Optional.of(part), Optional.empty()));
            return new Inspected(
                    one,
                    Optional.of(other),
                    Optional.of(
                            Comparison.of(
                                    one.tensors(),
                                    other.tensors(),
                                    kernel,
                                    cancellation,
                                    listener::step)));
        }
    }

    private FileReport read(
            String source, WeightFile file, Layouts layouts, Function<FileReport, Inspected> part) {
        LayerGuess layers = new LayerGuess(file.tensors(), layouts);
        List<TensorReport> unread =
                file.tensors().stream()
                        .map(each -> TensorReport.unread(each, layers.fans(each)))
                        .toList();
        listener.partial(part.apply(report(source, file, List.of(), unread)));
        List<TensorReport> all =
                new TensorReports(kernel, cancellation)
                        .of(
                                file,
                                layouts,
                                new TensorReports.Progress() {
                                    @Override
                                    public void step(Step step) {
                                        listener.step(step);
                                    }

                                    @Override
                                    public void found(List<TensorReport> first) {
                                        listener.partial(
                                                part.apply(report(source, file, first, unread)));
                                    }
                                });
        return report(source, file, all, unread);
    }

    private static FileReport report(
            String source, WeightFile file, List<TensorReport> read, List<TensorReport> unread) {
        List<TensorReport> all = new ArrayList<>(read);
        all.addAll(unread.subList(read.size(), unread.size()));
        return new FileReport(
                source, file.format(), file.metadata(), file.size(), file.modified(), all);
    }

    /// The tensor that was reported, in its file that is open again.
    ///
    /// @param read the file as it was
    /// @throws dev.weightscope.model.Refusal in one sentence, if the file was written since, or the
    ///   tensor is not in it
    public static TensorReport again(FileReport read, TensorReport report, WeightFile file) {
        Tensor before = report.tensor();
        boolean isAsRead = file.modified().equals(read.modified()) && file.size() == read.bytes();
        return file.tensors().stream()
                .filter(each -> isAsRead && isSame(each, before))
                .findFirst()
                .map(report::of)
                .orElseThrow(() ->
                        new Refusal(
                                "%s has changed since it was read; open it again"
                                        .formatted(Quoted.path(file.path()))));
    }

    private static boolean isSame(Tensor one, Tensor other) {
        return one.name().equals(other.name())
                && one.shape().equals(other.shape())
                && one.dtype().equals(other.dtype());
    }
}
