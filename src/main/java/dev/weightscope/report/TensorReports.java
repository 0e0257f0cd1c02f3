package dev.weightscope.report;

import dev.weightscope.inspect.ChunkSurvey;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Step;
import dev.weightscope.weights.ElementType;
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
    /// Runs of chunks that are shared at a time: some milliseconds of work.
    private static final int TASKS = 64;

    /// Tensors whose laws are looked for at once, each by one thread, which keeps some MiB of them
    /// meanwhile. The chunks of a survey are shared instead, as one tensor may be most of a file.
    private static final int GROUP = 16;

    /// A group with more values is complete.
    private static final long MOST_VALUES = 1 << 26;

    private final Kernel kernel;
    private final Cancellation cancellation;

    /// Room for a chunk, as many as threads have ever surveyed at once.
    private final Deque<Desk> free = new ConcurrentLinkedDeque<>();

    private static final class Desk {
        private final float[] floats = new float[TensorSurvey.CHUNK];
        private final double[] doubles = new double[TensorSurvey.CHUNK];
    }

    /// Told how far the reading is, by the thread that asked for it.
    @FunctionalInterface
    public interface Progress {
        /// Before a tensor is read, and before the laws of some are looked for.
        void step(Step step);

        /// After either is done.
        ///
        /// @param first the reports of the first tensors of the file, or of all, without laws where
        ///   they are still to be looked for; not to be kept
        default void found(List<TensorReport> first) {}
    }

    /// @param kernel whose threads read
    public TensorReports(Kernel kernel, Cancellation cancellation) {
        this.kernel = kernel;
        this.cancellation = cancellation;
    }

    /// Of all tensors, in the file's order: first what is counted and added up in one reading of
    /// them, then the laws that they look like.
    ///
    /// @param layouts how weights lie
    /// @throws dev.weightscope.kernel.CancelledException if the reading was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if values are damaged
    public List<TensorReport> of(WeightFile file, Layouts layouts, Progress progress) {
        List<Tensor> tensors = file.tensors();
        LayerGuess layers = new LayerGuess(tensors, layouts);
        List<TensorReport> reports = new ArrayList<>();
        int told = 0;
        long values = 0;
        for (Tensor tensor : tensors) {
            progress.step(new Step("tensor", reports.size() + 1, tensors.size()));
            reports.add(
                    new TensorReport(
                            tensor,
                            layers.fans(tensor),
                            tensor.type().map(_ -> survey(tensor)),
                            Optional.empty(),
                            Optional.empty()));
            values += tensor.count();
            boolean isWhole = reports.size() == tensors.size();
            if (isWhole || reports.size() == told + GROUP || values >= MOST_VALUES) {
                told = reports.size();
                values = 0;
                progress.found(reports);
            }
        }
        judge(file, reports, progress);
        return reports;
    }

    /// Looks for the laws of all, in groups.
    ///
    /// @param reports modified
    private void judge(WeightFile file, List<TensorReport> reports, Progress progress) {
        for (int first = 0; first < reports.size(); first += GROUP) {
            progress.step(new Step("laws of tensor", first + 1, reports.size()));
            List<TensorReport> group =
                    reports.subList(first, Math.min(first + GROUP, reports.size()));
            TensorReport[] found = new TensorReport[group.size()];
            kernel.share(
                    found.length,
                    cancellation,
                    each -> found[each] = judged(file, group.get(each)));
            for (int i = 0; i < found.length; i++) {
                group.set(i, found[i]);
            }
            progress.found(reports);
        }
    }

    private TensorReport judged(WeightFile file, TensorReport report) {
        Tensor tensor = report.tensor();
        if (tensor.type().isEmpty() || report.survey().isEmpty()) {
            return report;
        }
        ElementType type = tensor.type().get();
        TensorSurvey survey = report.survey().get();
        LawMatch match = Judgement.of(tensor, type, report.fans(), survey, cancellation);
        Optional<Declared> declared =
                file.declared(tensor)
                        .map(each ->
                                Judgement.declared(
                                        each,
                                        tensor,
                                        type,
                                        report.fans(),
                                        survey,
                                        match,
                                        cancellation));
        return new TensorReport(
                tensor, report.fans(), report.survey(), Optional.of(match), declared);
    }

    private TensorSurvey survey(Tensor tensor) {
        long runs = Math.ceilDiv(tensor.count(), TensorSurvey.RUN);
        TensorSurvey[] found = new TensorSurvey[TASKS];
        TensorSurvey all = TensorSurvey.EMPTY;
        for (long first = 0; first < runs; first += found.length) {
            int count = (int) Math.min(found.length, runs - first);
            long start = first;
            kernel.share(
                    count,
                    cancellation,
                    task -> found[task] = run(tensor, (start + task) * TensorSurvey.RUN));
            for (int i = 0; i < count; i++) {
                all = all.merge(found[i]);
            }
        }
        return all;
    }

    /// The run of chunks that begins at some value.
    private TensorSurvey run(Tensor tensor, long start) {
        Desk taken = free.poll();
        Desk desk = taken == null ? new Desk() : taken;
        long end = Math.min(start + TensorSurvey.RUN, tensor.count());
        TensorSurvey run = TensorSurvey.EMPTY;
        for (long at = start; at < end; at += TensorSurvey.CHUNK) {
            int length = (int) Math.min(TensorSurvey.CHUNK, end - at);
            if (tensor.hasFloats()) {
                tensor.read(at, desk.floats, length);
                run = run.merge(ChunkSurvey.of(kernel, desk.floats, length, at, tensor.count()));
            } else {
                tensor.read(at, desk.doubles, length);
                run = run.merge(ChunkSurvey.of(desk.doubles, length, at, tensor.count()));
            }
        }
        free.push(desk);
        return run;
    }
}
