package dev.weightscope.race;

import static java.util.Objects.requireNonNull;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Small races on breast cancer.
final class Races {
    static final TrainingLab LAB = new TrainingLab();

    private Races() {}

    /// 30-4-1 with tanh.
    static Experiment start(String more) {
        return ExperimentText.parse("--widths 30,4,1 --activation tanh " + more);
    }

    static TrainingSettings settings(String text) {
        return LAB.saved().parse(text);
    }

    static Question<TrainingSettings> question(String settings, String more) {
        return new Question<>(start(more), settings(settings));
    }

    /// What is heard of several questions that are asked at once.
    static final class Heard implements Asker<Question<TrainingSettings>, TrainingAnswer> {
        final Map<Question<TrainingSettings>, TrainingAnswer> answers = new LinkedHashMap<>();
        final Map<Question<TrainingSettings>, TrainingAnswer> parts = new LinkedHashMap<>();
        final Map<Question<TrainingSettings>, Refusal> refused = new LinkedHashMap<>();
        private final int steps;

        Heard(int steps) {
            this.steps = steps;
        }

        @Override
        public ProgressListener<TrainingAnswer> begun(Question<TrainingSettings> question) {
            return new ProgressListener<>() {
                @Override
                public void partial(TrainingAnswer answer) {
                    parts.put(question, answer);
                }
            };
        }

        @Override
        public void take(Question<TrainingSettings> question, Supplier<TrainingAnswer> answer) {
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

    /// What is answered, in the order of the questions and not of who comes first to its end.
    static Map<Question<TrainingSettings>, TrainingAnswer> together(
            List<Question<TrainingSettings>> questions) {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            Heard heard = new Heard(Asker.ALL_STEPS);
            LAB.solver(kernel, MemoryBudget.ofHeap())
                    .solveAll(questions, Cancellation.NEVER, heard);
            Map<Question<TrainingSettings>, TrainingAnswer> inOrder = new LinkedHashMap<>();
            questions.forEach(each -> inOrder.put(each, requireNonNull(heard.answers.get(each))));
            return inOrder;
        }
    }

    static TrainingAnswer alone(Question<TrainingSettings> question) {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    LAB.solver(kernel, MemoryBudget.ofHeap());
            return solver.solve(question, Cancellation.NEVER, ProgressListener.none());
        }
    }

    static List<Named<TrainingSettings, TrainingAnswer>> named(
            Map<Question<TrainingSettings>, TrainingAnswer> answers) {
        List<Named<TrainingSettings, TrainingAnswer>> named = new ArrayList<>();
        answers.forEach((question, answer) ->
                named.add(
                        new Named<>(
                                question.experiment().label(),
                                new Answered<>(LAB, question, answer))));
        return named;
    }

    static List<String> hashes(TrainingAnswer answer) {
        return answer.draws().stream()
                .map(run -> run.atEnd().map(end -> end.hash()).orElse("none"))
                .toList();
    }
}
