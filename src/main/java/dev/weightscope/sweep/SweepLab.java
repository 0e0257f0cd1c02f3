package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
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
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderScale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// At which value does it tip? A figure while a number, or two, go from one value to another, for
/// several settings at once.
public final class SweepLab implements Lab<SweepSettings, SweepAnswer> {
    /// The key of the view of two numbers.
    public static final String MAP = "map";

    /// The key of the option that a window does not show: which share of all runs is computed.
    public static final String SHARE = "slice";

    private static final int DIGITS = 4;

    @Override
    public String key() {
        return "sweep";
    }

    @Override
    public String help() {
        return "Measure a figure while a number of the experiment goes from one value to another,"
                + " or two numbers do, and print where it tips.";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put(
                "--over gain --from 0.5 --to 4 --points 37 --log --measure gradient-ratio"
                        + " --pin \"--activation relu\"",
                "At which gain the gradient arrives as it left, of tanh and of ReLU.");
        examples.put(
                "--over width --from 64 --to 4096 --points 7 --log --measure last-rms --draws 5",
                "Whether the signal's size depends on the width, as muP's coordinate check asks.");
        examples.put(
                "--over gain --and depth --measure last-std --slice 3/16 --csv",
                "The third of sixteen parts of a map, for a job array.");
        return examples;
    }

    @Override
    public Options<SweepSettings> options() {
        return SweepOptions.ALL;
    }

    /// The keys of what is swept and measured; all other options are of a training, or the
    /// [#SHARE].
    public static Set<String> ownKeys() {
        return SweepOptions.OWN.stream()
                .map(Option::key)
                .filter(key -> !key.equals(SHARE))
                .collect(Collectors.toSet());
    }

    /// The gain at equal ratios, as its slider.
    @Override
    public SweepSettings opening() {
        Way gain = SweepSettings.DEFAULT.over();
        return SweepSettings.DEFAULT.withOver(gain.withScale(SliderScale.LOG));
    }

    /// Those of a training only where one is measured; never the share, so that the tables of all
    /// shares are that of the whole.
    @Override
    public Options<SweepSettings> told(SweepSettings settings) {
        List<Option<SweepSettings, ?>> told =
                (settings.trains() ? SweepOptions.ALL.list() : SweepOptions.OWN)
                        .stream().filter(option -> !option.equals(SweepOptions.SLICE)).toList();
        return new Options<>(SweepSettings.DEFAULT, told);
    }

    @Override
    public Solver<SweepSettings, SweepAnswer> solver(Kernel kernel, MemoryBudget memory) {
        return new SweepSolver(kernel, memory);
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public Question<SweepSettings> among(Question<SweepSettings> question, int place, int count) {
        SweepSettings settings = question.settings();
        return new Question<>(
                question.experiment(), settings.withSlice(settings.slice().of(place, count)));
    }

    @Override
    public boolean goesOn(Question<SweepSettings> question) {
        return !question.settings().slice().isFirst();
    }

    @Override
    public void refuseUnheard(Question<SweepSettings> typed) {
        SweepPlan.of(typed);
    }

    /// What does not count beside a measure without training goes back to what it was, and swept
    /// numbers to where their ways begin: questions that differ in these have one answer.
    @Override
    public Question<SweepSettings> heard(Question<SweepSettings> question) {
        return SweepPlan.unswept(
                question.settings().trains()
                        ? question
                        : new Question<>(
                                question.experiment(),
                                question.settings()
                                        .withTraining(SweepSettings.DEFAULT.training())));
    }

    /// Where the setting itself stands is another place on the same curve.
    @Override
    public SweepAnswer told(Question<SweepSettings> question, SweepAnswer answer) {
        return answer.of(new Setup(question.experiment(), answer.plan().base().training()));
    }

    @Override
    public List<View<SweepAnswer>> views() {
        return List.of(SweepViews.CURVES, SweepViews.MAP);
    }

    @Override
    public List<View<SweepAnswer>> views(SweepAnswer answer) {
        return SweepViews.of(answer);
    }

    /// A row a run.
    @Override
    public Table<?> table(SweepAnswer answer) {
        return SweepTable.runs(answer);
    }

    @Override
    public String tableLabel() {
        return "Runs";
    }

    @Override
    public List<Summary<SweepAnswer>> summaries() {
        return List.of(
                new Summary<>(
                        "where the curve crosses its level first",
                        "tips at",
                        answer ->
                                Crossing.of(answer, answer.plan().liveRow()).stream()
                                        .findFirst()
                                        .map(each -> NumberText.significant(each.value(), 3))
                                        .orElse("–")),
                new Summary<>(
                        "the figure where the setting itself stands",
                        "here",
                        answer -> Here.of(answer).map(Here::text).orElse("–")));
    }

    @Override
    public String text(SweepAnswer answer) {
        return text(List.of("value"), List.of(answer), List.of("It"));
    }

    /// What the curves say, then the medians, a column for each setting.
    @Override
    public String text(List<Named<SweepSettings, SweepAnswer>> answers) {
        List<String> labels = answers.stream().map(Named::label).toList();
        return text(labels, answers.stream().map(Named::answer).toList(), labels);
    }

    private static String text(
            List<String> heads, List<SweepAnswer> answers, List<String> subjects) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            String sentences =
                    new SweepReading(subjects.get(i), answers.get(i))
                            .sentences().stream().collect(Collectors.joining(" "));
            if (!sentences.isEmpty()) {
                text.append(sentences).append('\n');
            }
        }
        return (text.isEmpty() ? "" : text + "\n") + SweepTable.points(heads, answers).text();
    }

    /// ```
    /// "measure": "gradient-ratio", "over": "gain", "and": "depth",
    /// ```
    ///
    /// without the last where one number alone is swept.
    @Override
    public Value.Tree common(List<Named<SweepSettings, SweepAnswer>> answers) {
        SweepSettings settings = answers.getFirst().answer().settings();
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("measure", new Value.Text(settings.measure().key()));
        members.put("over", new Value.Text(settings.over().option().key()));
        settings.and().ifPresent(way -> members.put("and", new Value.Text(way.option().key())));
        return new Value.Tree(members);
    }

    /// ```
    /// "crossings": [x, ..],
    /// "rows": [{"gain": x, "draw": 1, "seed": 42, "measure": "gradient-ratio", "value": y}, ..]
    /// ```
    ///
    /// where the medians cross the measure's level, in the row nearest to the setting itself where
    /// two numbers are swept; and a row a run, as in CSV.
    @Override
    public Value.Tree document(SweepAnswer answer) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put(
                "crossings",
                new Value.Array(
                        Crossing.of(answer, answer.plan().liveRow()).stream()
                                .map(each -> new Value.Real(each.value()))
                                .toList()));
        members.put("rows", new Value.Rows(table(answer)));
        return new Value.Tree(members);
    }

    /// `Xavier normal · … · gradient-ratio over gain 0.2 to 5 · 3 draws`.
    @Override
    public String caption(Question<SweepSettings> question, SweepAnswer answer) {
        SweepSettings settings = answer.settings();
        String over = way(settings.over());
        String ways = settings.and().map(way -> over + " and " + way(way)).orElse(over);
        String done =
                answer.isComplete()
                        ? ""
                        : " · %d of %d runs".formatted(answer.done(), answer.plan().size());
        return "%s · %s over %s · %d %s%s"
                .formatted(
                        question.experiment().caption(),
                        settings.measure().label(),
                        ways,
                        settings.draws(),
                        settings.draws() == 1 ? "draw" : "draws",
                        done);
    }

    private static String way(Way way) {
        return "%s %s to %s"
                .formatted(
                        way.option().key(),
                        NumberText.significant(way.low(), DIGITS),
                        NumberText.significant(way.high(), DIGITS));
    }
}
