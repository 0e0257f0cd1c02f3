package dev.weightscope.lab;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.stream.IntStream;

/// A lab as small as a lab can be: the powers of the experiment's gain.
public final class ToyLab implements Lab<Long, List<Double>> {
    private static final Option<Long, Long> POWERS =
            Option.of("powers", "Powers", "How many.", new WholeNumber(1, 50), (_, n) -> n, n -> n);

    @Override
    public String key() {
        return "toy";
    }

    @Override
    public String help() {
        return "Print powers of the gain.";
    }

    @Override
    public Options<Long> options() {
        return new Options<>(3L, List.of(POWERS));
    }

    @Override
    public Solver<Long, List<Double>> solver(Kernel kernel, MemoryBudget memory) {
        return (question, _, _) ->
                IntStream.rangeClosed(1, question.settings().intValue())
                        .mapToObj(power -> Math.pow(question.experiment().gain(), power))
                        .toList();
    }

    @Override
    public List<View<List<Double>>> views() {
        return List.of(View.curves("powers", "Powers of the gain", "Power", powers -> powers));
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
