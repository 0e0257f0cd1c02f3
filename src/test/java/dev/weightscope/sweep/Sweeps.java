package dev.weightscope.sweep;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Small sweeps.
final class Sweeps {
    static final SweepLab LAB = new SweepLab();

    private Sweeps() {}

    /// @param experiment of which depth, width and samples are small
    static Question<SweepSettings> question(String settings, String experiment) {
        return new Question<>(
                ExperimentText.parse("--depth 5 --width 12 --samples 9 " + experiment),
                new SettingsText<>(LAB.options()).parse(settings));
    }

    static SweepAnswer solve(Question<SweepSettings> question) {
        try (Kernel kernel = Kernels.scalar(2)) {
            return LAB.solver(kernel, MemoryBudget.ofHeap(1 << 20))
                    .solve(question, Cancellation.NEVER, ProgressListener.none());
        }
    }

    static SweepAnswer solve(String settings, String experiment) {
        return solve(question(settings, experiment));
    }

    /// The figures of all runs, in order.
    static List<Double> values(SweepAnswer answer) {
        return answer.runs().mapToObj(answer::value).toList();
    }

    /// What is heard of sweeps.
    static final class Heard implements Asker<Question<SweepSettings>, SweepAnswer> {
        final Map<Question<SweepSettings>, SweepAnswer> answers = new LinkedHashMap<>();
        final Map<Question<SweepSettings>, List<SweepAnswer>> parts = new HashMap<>();
        final Map<Question<SweepSettings>, Refusal> refused = new HashMap<>();
        private final int steps;

        Heard(int steps) {
            this.steps = steps;
        }

        @Override
        public ProgressListener<SweepAnswer> begun(Question<SweepSettings> question) {
            return new ProgressListener<>() {
                @Override
                public void partial(SweepAnswer answer) {
                    parts.computeIfAbsent(question, _ -> new ArrayList<>()).add(answer);
                }
            };
        }

        @Override
        public void take(Question<SweepSettings> question, Supplier<SweepAnswer> answer) {
            try {
                answers.put(question, answer.get());
            } catch (Refusal refusal) {
                refused.put(question, refusal);
            }
        }

        @Override
        public int steps() {
            return steps;
        }
    }
}
