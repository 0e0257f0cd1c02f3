package dev.weightscope.report;

import dev.weightscope.inspect.ChunkSurvey;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Step;
import dev.weightscope.weights.ElementType;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.LayerGuess;
import dev.weightscope.weights.Tensor;
import dev.weightscope.weights.WeightFile;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Reads all values of a file. Memory is taken for the chunks in work alone, whatever the file's
/// size, and the numbers found do not depend on how many threads read.
public final class TensorReports {
    /// Chunks of a task, which takes some fractions of a millisecond.
    private static final int CHUNKS = 8;

    /// Tasks that are shared at a time.
    private static final int TASKS = 32;

    /// Tensors whose laws are looked for at once, each by one thread, which keeps some MiB of them
    /// meanwhile. The chunks of a survey are shared instead, as one tensor may be most of a file.
    private static final int GROUP = 16;

    /// A group with more values is complete.
    private static final long MOST_VALUES = 1 << 26;

    private final Kernel kernel;
    private final Cancellation cancellation;

    /// Room for a chunk and its survey, as many as threads have ever surveyed at once.
    private final Deque<Desk> free = new ConcurrentLinkedDeque<>();

    private record Desk(double[] values, ChunkSurvey survey) {
        Desk() {
            this(new double[TensorSurvey.CHUNK], new ChunkSurvey());
        }
    }

    /// Told how far the reading is, by the thread that asked for it.
    @FunctionalInterface
    public interface Progress {
        /// Before a tensor is read.
        void step(Step step);

        /// After some are.
        ///
        /// @param first the reports of the first tensors of the file; not to be kept
        default void found(List<TensorReport> first) {}
    }

    /// @param kernel whose threads read
    public TensorReports(Kernel kernel, Cancellation cancellation) {
        this.kernel = kernel;
        this.cancellation = cancellation;
    }

    /// Of all tensors, in the file's order.
    ///
    /// @param layouts how weights lie
    /// @throws dev.weightscope.kernel.CancelledException if the reading was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if values are damaged
    public List<TensorReport> of(WeightFile file, Layouts layouts, Progress progress) {
        List<Tensor> tensors = file.tensors();
        LayerGuess layers = new LayerGuess(tensors, layouts);
        List<TensorReport> reports = new ArrayList<>();
        while (reports.size() < tensors.size()) {
            int first = reports.size();
            List<Tensor> group = group(tensors.subList(first, tensors.size()));
            List<Optional<TensorSurvey>> surveys = new ArrayList<>();
            for (Tensor tensor : group) {
                progress.step(new Step("tensor", first + surveys.size() + 1, tensors.size()));
                surveys.add(tensor.type().map(_ -> survey(tensor)));
            }
            TensorReport[] found = new TensorReport[group.size()];
            kernel.share(
                    found.length,
                    cancellation,
                    each -> found[each] = report(file, group.get(each), layers, surveys.get(each)));
            reports.addAll(List.of(found));
            progress.found(reports);
        }
        return reports;
    }

    /// The first of some tensors: not so many values that who waits for them sees nothing for long.
    private static List<Tensor> group(List<Tensor> tensors) {
        int count = 0;
        long values = 0;
        while (count < Math.min(GROUP, tensors.size()) && values < MOST_VALUES) {
            values += tensors.get(count).count();
            count++;
        }
        return tensors.subList(0, count);
    }

    private TensorReport report(
            WeightFile file, Tensor tensor, LayerGuess layers, Optional<TensorSurvey> survey) {
        Optional<Fans> fans = layers.fans(tensor);
        if (tensor.type().isEmpty() || survey.isEmpty()) {
            return TensorReport.unread(tensor, fans);
        }
        ElementType type = tensor.type().get();
        TensorSurvey known = survey.get();
        LawMatch match = Judgement.of(tensor, type, fans, known, cancellation);
        Optional<Declared> declared =
                file.declared(tensor)
                        .map(each ->
                                Judgement.declared(
                                        each, tensor, type, fans, known, match, cancellation));
        return new TensorReport(tensor, fans, survey, Optional.of(match), declared);
    }

    private TensorSurvey survey(Tensor tensor) {
        long chunks = Math.ceilDiv(tensor.count(), TensorSurvey.CHUNK);
        TensorSurvey[] found = new TensorSurvey[CHUNKS * TASKS];
        TensorSurvey all = TensorSurvey.EMPTY;
        for (long first = 0; first < chunks; first += found.length) {
            int count = (int) Math.min(found.length, chunks - first);
            long start = first;
            kernel.share(
                    Math.ceilDiv(count, CHUNKS),
                    cancellation,
                    task -> survey(tensor, start, task * CHUNKS, count, found));
            for (int i = 0; i < count; i++) {
                all = all.merge(found[i]);
            }
        }
        return all;
    }

    /// The chunks of one task.
    ///
    /// @param start the tensor's chunk that `found` begins with
    /// @param from the first of them in `found`
    /// @param end of all chunks in `found`
    private void survey(Tensor tensor, long start, int from, int end, TensorSurvey[] found) {
        Desk taken = free.poll();
        Desk desk = taken == null ? new Desk() : taken;
        for (int i = from; i < Math.min(from + CHUNKS, end); i++) {
            long at = (start + i) * TensorSurvey.CHUNK;
            int length = (int) Math.min(TensorSurvey.CHUNK, tensor.count() - at);
            tensor.read(at, desk.values, length);
            found[i] = desk.survey.of(desk.values, length);
        }
        free.push(desk);
    }
}
