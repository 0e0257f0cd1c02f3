package dev.weightscope.race;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Moments;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Sampling;
import dev.weightscope.option.Options;
import dev.weightscope.training.RunState;
import dev.weightscope.verdict.RaceEntry;
import dev.weightscope.verdict.RaceRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which start learns, and why does the other not: networks of several settings learn the same data
/// at once.
public final class TrainingLab implements Lab<TrainingSettings, TrainingAnswer> {
    private static final int DIGITS = 3;

    @Override
    public String key() {
        return "training";
    }

    @Override
    public String command() {
        return "train";
    }

    @Override
    public String help() {
        return "Train networks from an experiment's start, and from others beside it, and print"
                + " which learns. The data decides the inputs and the last layer, which is linear"
                + " and has a unit for each class, or one for two classes or a number.";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put(
                "--widths 30,20,10,1 --activation tanh --pin \"--initializer zeros\"",
                "The course notebook's network on breast cancer: Xavier against zeros.");
        examples.put(
                "--data digits --widths 64,100,100,10 --activation relu --optimizer sgd"
                        + " --learning-rate 0.1 --batch 64 --test-share 0.2 --json",
                "Handwritten digits, with a fifth of them for testing, for programs.");
        return examples;
    }

    @Override
    public Options<TrainingSettings> options() {
        return TrainingOptions.ALL;
    }

    /// One draw: the experiment that a window begins with is wide, and its tab is to show a curve
    /// within seconds.
    @Override
    public TrainingSettings opening() {
        return TrainingSettings.DEFAULT.withDraws(1);
    }

    @Override
    public Optional<DrawnNetwork<TrainingSettings>> network() {
        return Optional.of(new TrainedNetwork());
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public boolean compares() {
        return true;
    }

    /// All learn the same data, read in one way: the live setting's.
    @Override
    public Question<TrainingSettings> beside(Experiment compared, Question<TrainingSettings> live) {
        return new Question<>(compared.withReading(TrainingSets.reading(live)), live.settings());
    }

    /// Networks are trained on the data and on no other input, whose columns are the first layer's
    /// inputs, and what is counted of them is in bins of its own.
    @Override
    public Question<TrainingSettings> heard(Question<TrainingSettings> question) {
        Experiment start =
                question.experiment().withSampling(Sampling.DEFAULT).withBinning(Binning.DEFAULT);
        return new Question<>(
                start.initializer() instanceof LoadedWeights
                        ? start // whose widths are the file's
                        : start.withWidths(start.widths().withInputWidth(1)),
                question.settings().withReading(Optional.of(TrainingSets.reading(question))));
    }

    @Override
    public Experiment said(Question<TrainingSettings> question) {
        return UnheardReading.without(question);
    }

    @Override
    public void refuseUnheard(Question<TrainingSettings> typed) {
        UnheardReading.refuse(typed);
    }

    @Override
    public Solver<TrainingSettings, TrainingAnswer> solver(Kernel kernel, MemoryBudget memory) {
        return new TrainingSolver(kernel, memory);
    }

    @Override
    public List<View<TrainingAnswer>> views() {
        return Stream.of(TrainingViews.values()).map(each -> each.view()).toList();
    }

    /// Those of what is right, what is tested, and what lies in a plane only where there is such a
    /// thing.
    @Override
    public List<View<TrainingAnswer>> views(TrainingAnswer answer) {
        return TrainingViews.of(answer, OptionalInt.empty());
    }

    /// The step that is looked at.
    @Override
    public Optional<Moments<TrainingSettings, TrainingAnswer>> moments() {
        return Optional.of(new RaceMoments());
    }

    /// A row a draw: the step that reaches the goal, how many are taken, the figures at the last of
    /// them, how it ended, and the hash of what was learnt.
    @Override
    public Table<?> table(TrainingAnswer answer) {
        return TrainingTable.draws(answer);
    }

    @Override
    public String tableLabel() {
        return "Draws";
    }

    @Override
    public SequencedMap<String, Table<?>> moreTables(TrainingAnswer answer) {
        SequencedMap<String, Table<?>> tables = new LinkedHashMap<>();
        tables.put("curves", TrainingTable.curves(answer));
        tables.put("layers", TrainingTable.layers(answer));
        return tables;
    }

    @Override
    public List<Summary<TrainingAnswer>> summaries() {
        return List.of(
                new Summary<>(
                        "loss at the last step, the median over the draws",
                        "loss",
                        answer -> figure(answer.loss().lastMedian())),
                new Summary<>(
                        "the step at which it reaches the goal, the median over the draws",
                        "goal at",
                        answer -> {
                            var step = RaceJudge.entry("", answer).goalStep();
                            return step.isPresent() ? Integer.toString(step.getAsInt()) : "never";
                        }),
                new Summary<>(
                        "right answers at the last step, the median over the draws",
                        "right",
                        answer -> percent(answer.accuracy().lastMedian())));
    }

    private static String figure(double number) {
        return Double.isNaN(number) ? "–" : NumberText.significant(number, DIGITS);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Math.round(100 * share) + " %";
    }

    @Override
    public String text(TrainingAnswer answer) {
        RaceEntry entry = RaceJudge.entry("This start", answer);
        return RaceJudge.judge(List.of(answer), List.of(entry)).text()
                + "\n"
                + data(answer)
                + "\n\n"
                + table(answer).text();
    }

    /// The verdict, what all learn from, and the draws of all settings, who reaches the goal first
    /// on top.
    @Override
    public String text(List<Named<TrainingSettings, TrainingAnswer>> answers) {
        List<RaceEntry> entries = new ArrayList<>();
        answers.forEach(each -> entries.add(RaceJudge.entry(each.label(), each.answer())));
        List<Named<TrainingSettings, TrainingAnswer>> ordered =
                answers.stream()
                        .sorted(
                                Comparator.comparing(
                                        each -> RaceJudge.entry(each.label(), each.answer()),
                                        RaceRules.order()))
                        .toList();
        return RaceJudge.judge(answers.stream().map(Named::answer).toList(), entries).text()
                + "\n"
                + data(answers.getFirst().answer())
                + "\n\n"
                + Lab.super.text(ordered);
    }

    /// How the data was read, as of an input: `iris.csv: ; separated, header, 150 rows x 4 columns;
    /// learns species (3 classes)`.
    private static String data(TrainingAnswer answer) {
        return "%s: %s".formatted(answer.settings().data(), answer.task().reading());
    }

    /// `Xavier uniform · 30-20-10-1 tanh · breast-cancer (569 rows x 30 columns; learns …) · Adam
    /// 0.01 · … · 3 draws`.
    @Override
    public String caption(Question<TrainingSettings> question, TrainingAnswer answer) {
        Experiment experiment = question.experiment();
        RunState first = answer.first();
        String widths =
                first.widths().stream().map(String::valueOf).collect(Collectors.joining("-"));
        TrainingSettings settings = question.settings();
        List<String> parts = new ArrayList<>();
        parts.add(experiment.label());
        parts.add(widths + " " + experiment.activation().label());
        parts.add("%s (%s)".formatted(settings.data(), answer.task().reading()));
        if (settings.testShare() > 0) {
            parts.add(NumberText.percent(settings.testShare()) + " for testing");
        }
        parts.addAll(RunCaption.steps(settings));
        parts.add(
                answer.isComplete()
                        ? settings.plan().steps() + " steps"
                        : "step %d of %d".formatted(answer.steps(), settings.plan().steps()));
        parts.add(Amounts.counted(settings.draws(), "draw"));
        parts.add("seed " + experiment.seed());
        return String.join(" · ", parts);
    }

    /// ```
    /// "guessing": x
    /// ```
    ///
    /// the loss of the best answer that does not look at the features.
    @Override
    public Value.Tree common(List<Named<TrainingSettings, TrainingAnswer>> answers) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("guessing", new Value.Real(answers.getFirst().answer().task().guessing()));
        return new Value.Tree(members);
    }

    /// ```
    /// "draws": [{"seed":, "loss": [..], "accuracy": [..], "testLoss": [..], "testAccuracy": [..],
    ///            "goalStep": n|null, "divergedStep": n|null, "hash": ".."|null}]
    /// ```
    ///
    /// Of each array element 0 is before the first step and element k after step k. Accuracies are
    /// empty where the target is a number, and those of test rows where there are none. The hash is
    /// null where a draw was interrupted.
    @Override
    public Value.Tree document(TrainingAnswer answer) {
        return TrainingDocument.of(answer);
    }
}
