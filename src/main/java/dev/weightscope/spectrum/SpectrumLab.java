package dev.weightscope.spectrum;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Binning;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Does every direction survive, or only the average? Singular values of the Jacobian of layers'
/// outputs by the input, and of each weight matrix.
public final class SpectrumLab implements Lab<SpectrumSettings, SpectrumAnswer> {
    /// The key of the option that asks for a training.
    public static final String TRAINED = "trained";

    private static final Duration HEAD_START = Duration.ofSeconds(10);

    private static final int DIGITS = 3;

    @Override
    public String key() {
        return "spectrum";
    }

    @Override
    public String help() {
        return "Print how much a network stretches each direction of its input: the singular values"
                + " of the Jacobian of layers' outputs by the input, in double precision. Batch"
                + " norm is held as the experiment's samples make it.";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put(
                "--depth 32 --width 256 --initializer orthogonal --gain 1.024",
                "Near dynamical isometry: tanh with orthogonal weights.");
        examples.put(
                "--depth 32 --activation relu --initializer he-normal --inputs 4 --json",
                "ReLU at four inputs, all singular values, for programs.");
        examples.put(
                "--depth 32 --pin \"--initializer orthogonal\"", "Two settings beside each other.");
        examples.put(
                "--depth 4 --width 64 --trained --data digits --steps 200",
                "And what 200 steps of training move of each weight matrix, of which rank.");
        return examples;
    }

    @Override
    public Options<SpectrumSettings> options() {
        return SpectrumOptions.ALL;
    }

    /// The keys of the options of the training that a window follows, see [Trained].
    public static Set<String> trainingKeys() {
        return SpectrumOptions.TRAINING.stream().map(Option::key).collect(Collectors.toSet());
    }

    /// How values are counted into bins is of no account.
    @Override
    public Question<SpectrumSettings> heard(Question<SpectrumSettings> question) {
        return new Question<>(
                question.experiment().withBinning(Binning.DEFAULT), question.settings());
    }

    @Override
    public Solver<SpectrumSettings, SpectrumAnswer> solver(Kernel kernel, MemoryBudget memory) {
        return new SpectrumSolver(kernel, memory);
    }

    /// What it computes is in double, by loops of its own: a kernel draws for it, and no more.
    @Override
    public Duration headStart() {
        return HEAD_START;
    }

    @Override
    public boolean compares() {
        return true;
    }

    /// One setting alone is one answer.
    @Override
    public boolean isList(int settings) {
        return settings > 1;
    }

    @Override
    public List<View<SpectrumAnswer>> views() {
        return SpectrumViews.ALL;
    }

    @Override
    public List<View<SpectrumAnswer>> views(SpectrumAnswer answer) {
        return SpectrumViews.of(answer);
    }

    /// A row a singular value.
    @Override
    public Table<?> table(SpectrumAnswer answer) {
        return SpectrumTable.values(answer);
    }

    @Override
    public String tableLabel() {
        return "Singular values";
    }

    @Override
    public SequencedMap<String, Table<?>> moreTables(SpectrumAnswer answer) {
        SequencedMap<String, Table<?>> tables = new LinkedHashMap<>();
        tables.put("depths", SpectrumTable.depths(answer));
        tables.put("weights", SpectrumTable.weights(answer));
        answer.moved().ifPresent(moved -> tables.put("moved", SpectrumTable.moved(moved)));
        return tables;
    }

    @Override
    public List<Summary<SpectrumAnswer>> summaries() {
        return List.of(
                new Summary<>(
                        "median singular value at the last depth",
                        "median σ",
                        answer -> figure(answer.last().median())),
                new Summary<>(
                        "mean of the squared singular values at the last depth",
                        "mean σ²",
                        answer -> figure(answer.last().meanSquare())));
    }

    static String figure(double number) {
        String text = NumberText.significant(number, DIGITS);
        return text.contains("e") ? NumberText.significant(number, 2) : text;
    }

    /// The verdict, then a line for each depth.
    @Override
    public String text(SpectrumAnswer answer) {
        return SpectrumJudge.judge(List.of(SpectrumJudge.entry("This network", answer))).text()
                + "\n\n"
                + SpectrumTable.depths(answer).text()
                + answer.moved().map(SpectrumLab::text).orElse("")
                + answer.untrained().map(why -> "\n" + untrained(why) + "\n").orElse("");
    }

    /// `Not trained: …`.
    public static String untrained(String why) {
        return "Not trained: " + why;
    }

    private static String text(MovedWeights moved) {
        return "\n%s\n\n%s".formatted(words(moved), SpectrumTable.movedLayers(moved).text());
    }

    private static String words(MovedWeights moved) {
        return String.join(" ", MovedWords.sentences(moved));
    }

    /// The verdict, then a line for each setting and depth; what training has moved in words.
    @Override
    public String text(List<Named<SpectrumSettings, SpectrumAnswer>> answers) {
        StringBuilder text = new StringBuilder();
        text.append(
                SpectrumJudge.judge(
                                answers.stream()
                                        .map(each ->
                                                SpectrumJudge.entry(each.label(), each.answer()))
                                        .toList())
                        .text());
        text.append("\n\n")
                .append(
                        Table.text(
                                answers.stream()
                                        .<Table<?>>map(each ->
                                                SpectrumTable.depths(each.answer())
                                                        .labelled(each.label()))
                                        .toList()));
        for (Named<SpectrumSettings, SpectrumAnswer> each : answers) {
            each.answer()
                    .moved()
                    .ifPresent(moved ->
                            text.append("\n%s: %s\n".formatted(each.label(), words(moved))));
            each.answer()
                    .untrained()
                    .ifPresent(why ->
                            text.append("\n%s: %s\n".formatted(each.label(), untrained(why))));
        }
        return text.toString();
    }

    /// `… · seed 42 · Jacobian at input 1 · 3 of 6 depths`.
    @Override
    public String caption(Question<SpectrumSettings> question, SpectrumAnswer answer) {
        return question.experiment().caption()
                + " · Jacobian "
                + question.settings().text()
                + (answer.isWhole()
                        ? ""
                        : " · %d of %d depths".formatted(answer.depths().size(), answer.asked()));
    }

    /// ```
    /// "depths": [1, 2, 4, ..], "singularValues": [[descending, of all inputs together], ..],
    /// "meanSquare": [..], "median": [..], "condition": [..], "zeros": [..], "rounded": [..]
    /// ```
    ///
    /// a member for each depth. `condition` is that of the worst input, "Infinity" where a value is
    /// exactly 0; `zeros` counts these by bounds of rank, `rounded` those that are not 0 but no
    /// more than rounding of the largest: where there are any and no zeros, the true condition
    /// number is `condition` or more. See the description of [dev.weightscope.jacobian]. Where a
    /// network is trained a member `moved` follows, see [MovedDocument]; where it cannot be, a
    /// member `untrained` that says why.
    @Override
    public Value.Tree document(SpectrumAnswer answer) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("depths", array(answer, each -> new Value.Whole(each.depth())));
        members.put("singularValues", array(answer, SpectrumTable::array));
        members.put("meanSquare", array(answer, each -> new Value.Real(each.meanSquare())));
        members.put("median", array(answer, each -> new Value.Real(each.median())));
        members.put("condition", array(answer, each -> new Value.Real(each.condition())));
        members.put("zeros", array(answer, each -> new Value.Whole(each.zeros())));
        members.put("rounded", array(answer, each -> new Value.Whole(each.rounded())));
        answer.moved().ifPresent(moved -> members.put("moved", MovedDocument.of(moved)));
        answer.untrained().ifPresent(why -> members.put("untrained", new Value.Text(why)));
        return new Value.Tree(members);
    }

    private static Value array(SpectrumAnswer answer, Function<DepthSpectrum, Value> member) {
        return new Value.Array(answer.depths().stream().map(member).toList());
    }
}
