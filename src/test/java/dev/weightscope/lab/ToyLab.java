package dev.weightscope.lab;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.stream.IntStream;

/// A lab as small as a lab can be: the powers of the experiment's gain.
public final class ToyLab implements Lab<ToyLab.Settings, List<Double>> {
    /// @param powers how many
    public record Settings(int powers) {}

    @Override
    public String key() {
        return "toy";
    }

    @Override
    public String label() {
        return "Toy";
    }

    @Override
    public String command() {
        return "powers";
    }

    @Override
    public String help() {
        return "Print powers of the gain.";
    }

    @Override
    public Options<Settings> options() {
        return new Options<>(
                new Settings(3),
                List.of(
                        Option.of(
                                "powers",
                                "Powers",
                                "How many powers.",
                                new WholeNumber(1, 50),
                                (_, powers) -> new Settings(powers.intValue()),
                                settings -> (long) settings.powers)));
    }

    @Override
    public Solver<Settings, List<Double>> solver(Kernel kernel, MemoryBudget memory) {
        return (question, _, _) ->
                IntStream.rangeClosed(1, question.settings().powers())
                        .mapToObj(power -> Math.pow(question.experiment().gain(), power))
                        .toList();
    }

    @Override
    public List<View<List<Double>>> views() {
        return List.of(new View<>("powers", "Powers of the gain", ToyLab::chart));
    }

    private static Chart chart(List<Series<List<Double>>> answers) {
        int most = answers.stream().mapToInt(each -> each.values().size()).max().orElseThrow();
        Stops powers = new Stops("Power", "", IntStream.rangeClosed(1, most).boxed().toList());
        return new LineChart(new LineView("Power of the gain", powers, answers, List.of(), ""));
    }

    @Override
    public Table<?> table(List<Double> powers) {
        return new Table<>(
                List.of(
                        Column.whole("power", index -> index + 1),
                        Column.real("value.exact", powers::get)),
                IntStream.range(0, powers.size()).boxed().toList());
    }
}
