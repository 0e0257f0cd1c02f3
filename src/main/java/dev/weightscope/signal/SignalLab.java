package dev.weightscope.signal;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.NoSettings;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.option.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How a signal goes forward through the layers: the statistics of weights, pre-activations and
/// activations in each.
public final class SignalLab implements Lab<NoSettings, Snapshot> {
    private static final Options<NoSettings> OPTIONS = new Options<>(new NoSettings(), List.of());

    @Override
    public String key() {
        return "signal";
    }

    @Override
    public String command() {
        return "run";
    }

    @Override
    public String help() {
        return "Run an experiment and print a line for each layer.";
    }

    @Override
    public Options<NoSettings> options() {
        return OPTIONS;
    }

    @Override
    public Solver<NoSettings, Snapshot> solver(Kernel kernel, MemoryBudget memory) {
        return new SignalSolver(new Engine(kernel, memory));
    }

    private record SignalSolver(Engine engine) implements Solver<NoSettings, Snapshot> {
        @Override
        public Snapshot solve(
                Question<NoSettings> question,
                Cancellation cancellation,
                ProgressListener<Snapshot> listener) {
            return engine.run(
                    question.experiment(),
                    cancellation,
                    listener::step,
                    listener.wantsPartial() ? listener::partial : null);
        }

        @Override
        public void rest() {
            engine.release();
        }
    }

    @Override
    public List<View<Snapshot>> views() {
        return SignalViews.ALL;
    }

    @Override
    public Table<?> table(Snapshot answer) {
        return SignalTable.of(answer);
    }

    @Override
    public List<Summary<Snapshot>> summaries() {
        return List.of(
                new Summary<>(
                        "std of the last layer",
                        answer -> Numbers.significant(answer.last().activation().std(), 3)));
    }

    @Override
    public String text(Snapshot answer) {
        return SignalText.format(answer);
    }

    /// ```
    /// "samples": n, "firstOverflowLayer": n|null, "firstSquareOverflowLayer": n|null,
    /// "firstAllZeroLayer": n|null, "firstFlushedLayer": n|null,
    /// "layers": [{"layer": 1, "fanIn":, "fanOut":, "weights": S, "preActivation": S,
    ///             "activation": S, "flushed":, "weightsFlushed":}]
    /// S = {"mean":, "std":, "rms":, "perUnitStd":, "min":, "max":, "zeros":, "saturated":,
    ///      "infinite":, "nan":, "histogram": {"low":, "high":, "below":, "above":, "counts": [..]}}
    /// ```
    ///
    /// `samples` is how many the numbers rest on, which is less than the experiment asks for where
    /// an input file has fewer rows. Layers count from 1; `zeros` and `saturated` are shares,
    /// `infinite`, `nan`, `flushed` (to 0, by the number format, of the activations) and
    /// `weightsFlushed` counts. The per-unit std of one sample is undefined: "NaN". The time it
    /// took is left out, so that equal snapshots give equal bytes.
    @Override
    public Value.Tree document(Snapshot answer) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("samples", new Value.Whole(answer.samples()));
        members.put("firstOverflowLayer", Value.of(answer.firstOverflowLayer()));
        members.put("firstSquareOverflowLayer", Value.of(answer.firstSquareOverflowLayer()));
        members.put("firstAllZeroLayer", Value.of(answer.firstAllZeroLayer()));
        members.put("firstFlushedLayer", Value.of(answer.firstFlushedLayer()));
        members.put(
                "layers",
                new Value.Rows(new Table<>(SignalTable.columns(answer), answer.layers())));
        return new Value.Tree(members);
    }

    /// A snapshot with the question that it answers.
    public static Answered<NoSettings, Snapshot> answered(Snapshot snapshot) {
        return new Answered<>(
                new SignalLab(), new Question<>(snapshot.experiment(), new NoSettings()), snapshot);
    }
}
