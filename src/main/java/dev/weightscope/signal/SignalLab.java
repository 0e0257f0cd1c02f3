package dev.weightscope.signal;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Snapshot;
import dev.weightscope.option.Options;
import dev.weightscope.verdict.Verdicts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How a signal goes through the layers, and its gradient back: the statistics of weights,
/// pre-activations and activations in each, of the gradients by them, what theory says of them, and
/// how far draws stray.
public final class SignalLab implements Lab<SignalSettings, SignalAnswer> {

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
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put(
                "--activation tanh --initializer xavier-uniform --gain 5/3",
                "The exercise with PyTorch's gain for tanh; numbers may be fractions and sqrt(2).");
        examples.put(
                "--activation relu --initializer he-normal --width 100 --backward --theory",
                "Gradients too, and what mean-field theory says.");
        examples.put(
                "--widths 30,20,10,1 --input breast-cancer --json",
                "A network of your own on a data set, for programs.");
        return examples;
    }

    @Override
    public Options<SignalSettings> options() {
        return SignalSettings.OPTIONS;
    }

    /// Both ways, since what is seen at once needs no asking.
    @Override
    public SignalSettings opening() {
        return SignalSettings.BOTH_WAYS;
    }

    /// None for one way and one draw: so answers are written as ever since the first version.
    @Override
    public Options<SignalSettings> told(SignalSettings settings) {
        return settings.equals(SignalSettings.FORWARD)
                ? new Options<>(settings, List.of())
                : options();
    }

    @Override
    public Solver<SignalSettings, SignalAnswer> solver(Kernel kernel, MemoryBudget memory) {
        return new SignalSolver(
                new Engine(kernel, memory),
                new OtherDraws(new MomentsEngine(kernel, memory), new KeptSpreads(memory)));
    }

    @Override
    public Optional<DrawnNetwork<SignalSettings>> network() {
        return Optional.of(new SignalNetwork());
    }

    @Override
    public List<View<SignalAnswer>> views() {
        return SignalViews.ALL;
    }

    @Override
    public List<View<SignalAnswer>> views(SignalAnswer answer) {
        return SignalViews.of(answer);
    }

    /// `Tanh · … · seed 42 · there and back · theory · 3 of 10 draws`.
    @Override
    public String caption(Question<SignalSettings> question, SignalAnswer answer) {
        List<String> parts = new ArrayList<>(List.of(answer.snapshot().caption()));
        if (answer.settings().backward()) {
            parts.add("there and back");
        }
        if (answer.settings().theory()) {
            parts.add("theory");
        }
        if (answer.draws().areSeveral()) {
            parts.add(answer.draws().label());
        }
        return String.join(" · ", parts);
    }

    @Override
    public String tableLabel() {
        return "Layers";
    }

    @Override
    public Table<?> table(SignalAnswer answer) {
        return SignalTable.of(answer);
    }

    /// A row a point of the curves by depth, where more is asked for than [#table] always had.
    @Override
    public SequencedMap<String, Table<?>> moreTables(SignalAnswer answer) {
        SequencedMap<String, Table<?>> tables = new LinkedHashMap<>();
        if (!answer.settings().equals(SignalSettings.FORWARD)) {
            tables.put("curves", SignalPoints.of(answer));
        }
        return tables;
    }

    @Override
    public List<Summary<SignalAnswer>> summaries() {
        return List.of(
                new Summary<>(
                        "std of the last layer",
                        "last std",
                        answer -> figure(answer.snapshot().last().activation().std())),
                new Summary<>(
                        "RMS of the gradient by pre-activations where it arrives over where it"
                                + " comes in, of the layers that are alike: where skips are, of"
                                + " the stream",
                        "gradient growth",
                        answer ->
                                Verdicts.gradientTrend(answer.snapshot())
                                        .map(trend -> figure(trend.growth()))
                                        .orElse("–")));
    }

    /// Fewer digits where a power of ten takes their room.
    private static String figure(double number) {
        String text = NumberText.significant(number, 3);
        return text.contains("e") ? NumberText.significant(number, 2) : text;
    }

    @Override
    public String text(SignalAnswer answer) {
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
    /// an input file has fewer rows. Layers count from 1; `firstAllZeroLayer` may be inside of a
    /// branch, where it does not end the signal; `zeros` and `saturated` are shares, `infinite`,
    /// `nan`, `flushed` (to 0, by the number format, of the activations) and `weightsFlushed`
    /// counts. The per-unit std of one sample is undefined: "NaN". The time it took is left out, so
    /// that equal snapshots give equal bytes.
    ///
    /// With [SignalSettings#backward] there is more:
    ///
    /// ```
    /// "gradientRatio": r,
    /// layers[i]: {..., "gradient": {"preActivation": S, "activation": S, "weights": S}}
    /// ```
    ///
    /// of gradients by z, product plus bias; by the layer's output; and by the weights, summed over
    /// the samples. `gradientRatio` is the RMS of the first by layer 1 over that by the last layer.
    ///
    /// With [SignalSettings#theory]:
    ///
    /// ```
    /// "theory": {"sigmaW2":, "sigmaB2":, "q":, "chi1":, "correlation":, "xiQ":, "xiC":,
    ///            "phase": "ordered"|"critical"|"chaotic"|null},
    /// layers[i]: {..., "theory": {"preActivationVariance":, "activationMean":, "activationStd":,
    ///             "activationRms":, "gradientRms":, "chi":, "bandLow":, "bandHigh":}}
    /// ```
    ///
    /// or `"theory": {"none": "reason"}` and nothing in the layers. The top-level ones are those of
    /// [dev.weightscope.theory.TheorySummary], the others of [dev.weightscope.theory.LayerTheory];
    /// the band is that of the activations' RMS. What is not known is "NaN": of a network with
    /// branches all but the variances of the laws, since nothing settles on its stream.
    ///
    /// With [SignalSettings#draws] above 1, of seed, seed + 1, …:
    ///
    /// ```
    /// layers[i]: {..., "draws": {"activationStd": Q, "activationRms": Q, "perUnitStd": Q,
    ///                            "gradientRms": Q}}
    /// Q = [min, q1, median, q3, max]
    /// ```
    ///
    /// by [Draws.Quartiles]; `gradientRms` only with the way back.
    @Override
    public Value.Tree document(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("samples", new Value.Whole(snapshot.samples()));
        members.put("firstOverflowLayer", Value.of(snapshot.firstOverflowLayer()));
        members.put("firstSquareOverflowLayer", Value.of(snapshot.firstSquareOverflowLayer()));
        members.put("firstAllZeroLayer", Value.of(snapshot.firstAllZeroLayer()));
        members.put("firstFlushedLayer", Value.of(snapshot.firstFlushedLayer()));
        snapshot.gradientRatio()
                .ifPresent(ratio -> members.put("gradientRatio", new Value.Real(ratio)));
        answer.theory()
                .ifPresent(theory ->
                        members.put(
                                "theory", TheoryColumns.summary(theory, snapshot.experiment())));
        members.put(
                "layers",
                new Value.Rows(new Table<>(SignalTable.columns(answer), snapshot.layers())));
        return new Value.Tree(members);
    }

    /// An answer with the question that it answers.
    public static Answered<SignalSettings, SignalAnswer> answered(SignalAnswer answer) {
        return new Answered<>(
                new SignalLab(),
                new Question<>(answer.snapshot().experiment(), answer.settings()),
                answer);
    }
}
