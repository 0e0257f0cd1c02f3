package dev.weightscope.phase;

import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneChart;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.TextTable;
import dev.weightscope.lab.Value;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.option.Options;
import dev.weightscope.theory.MeanField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// Where am I between order and chaos, and how deep can I go?
public final class PhaseLab implements Lab<PhaseSettings, PhaseAnswer> {
    private static final String KEY = "phase";

    private static final String CRITICAL_LINE = "critical-line";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String help() {
        return "Map where signals end and gradients explode or vanish, over the variances of"
                + " weights and biases, and print where an experiment stands on it.";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put(
                "--activation tanh --bias normal --bias-scale 0.2236 --gain 1.14",
                "Where a tanh network stands, and how deep it trains.");
        examples.put(
                "--activation gelu --sigma-w2 1,3,41 --sigma-b2 0,0.3,31 --what xi-c --csv",
                "Correlation depths of GELU over a plane, for plotting.");
        examples.put(
                "--depth 30 --width 64 --measured --measured-b2 0,0.1,3 --out pictures",
                "How much of digits networks of 30 layers learn all over the plane.");
        return examples;
    }

    @Override
    public Options<PhaseSettings> options() {
        return PhaseOptions.ALL;
    }

    @Override
    public Solver<PhaseSettings, PhaseAnswer> solver(Kernel kernel, MemoryBudget memory) {
        return new PhaseSolver(kernel, memory);
    }

    /// Networks are trained for minutes.
    @Override
    public boolean isLong() {
        return true;
    }

    /// Those of a training only where one is measured.
    @Override
    public Options<PhaseSettings> told(PhaseSettings settings) {
        return settings.trainability().isMeasured()
                ? PhaseOptions.ALL
                : new Options<>(PhaseSettings.DEFAULT, PhaseOptions.OF_THE_MAP);
    }

    /// Nothing is counted, and nothing drawn unless networks are trained.
    @Override
    public Question<PhaseSettings> heard(Question<PhaseSettings> question) {
        Experiment experiment = question.experiment().withBinning(Binning.DEFAULT);
        return new Question<>(
                question.settings().trainability().isMeasured()
                        ? experiment
                        : experiment
                                .withSeed(Experiment.DEFAULT.seed())
                                .withFormat(NumberFormat.FLOAT32),
                question.settings());
    }

    @Override
    public List<View<PhaseAnswer>> views() {
        return List.of(
                new View<>(
                        "map",
                        "Phase diagram",
                        answers -> {
                            MapView ground = PhaseCharts.ground(answers.getFirst().values());
                            return new PlaneMap(ground.withMarks(PhaseCharts.marks(answers, true)));
                        }),
                new View<>(
                        "length",
                        "Length map",
                        answers -> new PlaneChart(PhaseLines.length(answers.getFirst().values()))),
                new View<>(
                        "correlation",
                        "Correlation map",
                        answers ->
                                new PlaneChart(
                                        PhaseLines.correlation(answers.getFirst().values()))),
                new View<>(
                        "depth",
                        "How deep the signal reaches",
                        answers -> new PlaneChart(PhaseLines.depth(answers.getFirst().values()))));
    }

    /// A row a cell of the map: σ_w², σ_b² and what is mapped.
    @Override
    public Table<?> table(PhaseAnswer answer) {
        return PhaseTable.cells(answer);
    }

    @Override
    public String tableLabel() {
        return "Map";
    }

    private record Ground(Activation activation, PhaseSettings settings) {
        /// A slope that the function does not read decides nothing.
        static Ground of(Activation activation, PhaseSettings settings) {
            return new Ground(
                    activation.hasNegativeSlope()
                            ? activation
                            : Activation.of(activation.function()),
                    settings);
        }
    }

    /// Map and critical line are those of the activation.
    @Override
    public Object subject(String table, Question<PhaseSettings> question) {
        return switch (table) {
            case KEY, CRITICAL_LINE ->
                    Ground.of(question.experiment().activation(), question.settings());
            default -> question;
        };
    }

    @Override
    public SequencedMap<String, Table<?>> moreTables(PhaseAnswer answer) {
        SequencedMap<String, Table<?>> tables = new LinkedHashMap<>();
        tables.put(CRITICAL_LINE, PhaseTable.line(answer));
        tables.put("depth-scales", PhaseTable.scales(answer));
        answer.measured()
                .ifPresent(measured -> tables.put("measured", MeasuredTable.runs(measured)));
        return tables;
    }

    @Override
    public List<Summary<PhaseAnswer>> summaries() {
        return List.of(
                new Summary<>("weight variance σ_w²", "σ_w²", PhaseLab::weightVariance),
                new Summary<>(
                        "χ₁, by which a layer multiplies a gradient's second moment",
                        "χ₁",
                        figure(MeanField::chi)),
                new Summary<>(
                        "depth scale of correlations, in layers",
                        "ξ",
                        figure(MeanField::correlationScale)));
    }

    /// A map that is not whole yet says how coarse it is.
    @Override
    public String caption(Question<PhaseSettings> question, PhaseAnswer answer) {
        String caption = Lab.super.caption(question, answer);
        return answer.isWhole()
                ? caption
                : "%s · coarse, %d × %d points"
                        .formatted(
                                caption,
                                answer.grid().weights().count(),
                                answer.grid().biases().count());
    }

    /// Which normalization and skips leave as it is.
    private static String weightVariance(PhaseAnswer answer) {
        return answer.place().map(place -> PhaseNotes.brief(place.weightVariance())).orElse("–");
    }

    private static Function<PhaseAnswer, String> figure(Function<MeanField, Double> value) {
        return answer ->
                answer.point() instanceof PhasePoint.At(var limit, var _, var _)
                        ? PhaseNotes.brief(value.apply(limit))
                        : "–";
    }

    /// What the experiment's place means, its figures, and what there is of a critical line; the
    /// map itself has too many numbers to be read.
    @Override
    public String text(PhaseAnswer answer) {
        List<String> lines = new ArrayList<>();
        String phase = PhaseNotes.phase(answer);
        lines.add(
                (phase.isEmpty() ? "" : phase + ". ")
                        + String.join(" ", PhaseNotes.sentences(answer)));
        if (!PhaseNotes.line(answer).isEmpty()) {
            lines.add(PhaseNotes.line(answer));
        }
        String figures =
                PhaseNotes.figures(answer).isEmpty()
                        ? ""
                        : "\n"
                                + TextTable.format(
                                        TextTable.Alignment.LEFT, PhaseNotes.figures(answer));
        return String.join("\n", lines)
                + "\n"
                + figures
                + answer.measured()
                        .map(measured ->
                                "\n%s\n%s"
                                        .formatted(
                                                String.join(
                                                        " ",
                                                        MeasuredNotes.sentences(
                                                                measured,
                                                                answer.experiment().depth())),
                                                MeasuredText.of(measured)))
                        .orElse("")
                + "\nThe map of %s over %d x %d points: --csv or --json prints it, --out draws it.\n"
                        .formatted(
                                answer.settings().quantity().key(),
                                answer.grid().weights().count(),
                                answer.grid().biases().count());
    }

    /// ```
    /// "activation":, "what":, "sigmaW2": [..], "sigmaB2": [..],
    /// "values": [[a row for each sigmaB2]],
    /// "criticalLine": [{"q":, "sigmaW2":, "sigmaB2":}],
    /// "point": {"sigmaW2":, "sigmaB2":, "q":, "chi":, "correlation":, "xiQ":, "xiC":,
    ///           "xiGradient":, "phase":, "criticalSigmaW2": x|null}
    /// ```
    ///
    /// A point that theory says nothing of has `"none"`, the reason. Where networks are trained,
    /// there is
    ///
    /// ```
    /// "measured": {"networks":, "chance":, "sigmaW2": [..], "sigmaB2": [..],
    ///              "accuracy": [[a row for each sigmaB2]], "depthByTheory": [[..]]}
    /// ```
    ///
    /// too, of which accuracies are means over the draws, `null` where none has ended.
    @Override
    public Value.Tree document(PhaseAnswer answer) {
        return PhaseTable.document(answer);
    }
}
