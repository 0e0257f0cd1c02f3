package dev.weightscope.lab;

import static java.util.Objects.requireNonNull;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Step;
import dev.weightscope.option.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A lab whose answers grow together: [ToyLab]'s powers, a power of each gain at a time, which go
/// on where they stood still.
public final class GrowingLab implements Lab<Long, List<Double>> {
    private final ToyLab toy = new ToyLab();

    @Override
    public String key() {
        return "grow";
    }

    @Override
    public String help() {
        return "Print powers of gains.";
    }

    @Override
    public Options<Long> options() {
        return toy.options();
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
    public Solver<Long, List<Double>> solver(Kernel kernel, MemoryBudget memory) {
        return new Together();
    }

    @Override
    public List<View<List<Double>>> views() {
        return toy.views();
    }

    @Override
    public Table<?> table(List<Double> powers) {
        return toy.table(powers);
    }

    @Override
    public Value.Tree common(List<Named<Long, List<Double>>> answers) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("settings", new Value.Whole(answers.size()));
        return new Value.Tree(members);
    }

    private static final class Together implements Solver<Long, List<Double>> {
        private final Map<Question<Long>, List<Double>> kept = new LinkedHashMap<>();

        @Override
        public List<Double> solve(
                Question<Long> question,
                Cancellation cancellation,
                ProgressListener<List<Double>> listener) {
            throw new UnsupportedOperationException("asked for all together");
        }

        @Override
        public void solveAll(
                List<Question<Long>> questions,
                Cancellation cancellation,
                Asker<Question<Long>, List<Double>> asker) {
            Map<Question<Long>, ProgressListener<List<Double>>> listeners = new LinkedHashMap<>();
            questions.forEach(question -> listeners.put(question, asker.begun(question)));
            for (int step = 0; step < asker.steps() && !listeners.isEmpty(); step++) {
                for (Question<Long> question : List.copyOf(listeners.keySet())) {
                    cancellation.throwIfCancelled();
                    List<Double> powers = new ArrayList<>(kept.getOrDefault(question, List.of()));
                    int total = question.settings().intValue();
                    requireNonNull(listeners.get(question))
                            .step(new Step("power", powers.size() + 1, total));
                    powers.add(Math.pow(question.experiment().gain(), powers.size() + 1));
                    kept.put(question, List.copyOf(powers));
                    if (powers.size() == total) {
                        listeners.remove(question);
                        asker.take(question, () -> List.copyOf(powers));
                    } else {
                        requireNonNull(listeners.get(question)).partial(List.copyOf(powers));
                    }
                }
            }
        }
    }
}
