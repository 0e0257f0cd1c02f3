package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.InitializerOptions;
import dev.weightscope.arguments.WeightOptions;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.option.Option;
import dev.weightscope.weights.WeightFile;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Answers are kept under questions: whatever can be changed about an experiment changes a
/// question, or no number.
class SurveyQuestionTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(12).withDepth(3).withSamples(30);
    private static final Experiment LISTED =
            SMALL.withWidths(LayerWidths.Listed.parse("12,9,14,5"));
    private static final Experiment LOADED = WeightOptions.WEIGHTS.with(SMALL, WeightFile.EXAMPLE);
    private static final int TRIES = 12;

    /// A hash alone changes nothing: it refuses other weights than those.
    @Test
    void everyOptionChangesAQuestionOrNoNumber() {
        List<Option<Experiment, ?>> options = ExperimentOptions.ALL.list();
        Random random = new Random(3);
        try (Kernel kernel = Kernels.scalar(1)) {
            for (Option<Experiment, ?> option : options) {
                int asked = 0;
                for (Experiment base : basesThatRead(option)) {
                    for (int i = 0; i < TRIES; i++) {
                        asked += isAskedAnew(base, changed(option, base, random), kernel) ? 1 : 0;
                    }
                }
                assertEquals(!option.equals(WeightOptions.HASH), asked > 0, option + " is asked");
            }
        }
        assertTrue(options.size() >= 24, options.size() + " options");
    }

    @Test
    void whatIsNotReadChangesNoQuestion() {
        assertEquals(
                SurveyQuestion.of(SMALL, Passes.FORWARD),
                SurveyQuestion.of(InitializerOptions.STD.with(SMALL, 0.7), Passes.FORWARD));
        assertEquals(
                SurveyQuestion.of(SMALL, Passes.FORWARD),
                SurveyQuestion.of(ExperimentOptions.BIAS_SCALE.with(SMALL, 0.7), Passes.FORWARD));
    }

    /// @return whether the question is another; if not, the numbers are compared
    private static boolean isAskedAnew(Experiment base, Experiment changed, Kernel kernel) {
        if (!SurveyQuestion.of(changed, Passes.FORWARD)
                .equals(SurveyQuestion.of(base, Passes.FORWARD))) {
            return true;
        }
        Snapshot before = run(base, kernel);
        Snapshot after = run(changed, kernel);
        assertEquals(before.input(), after.input(), changed.caption());
        assertEquals(before.layers(), after.layers(), changed.caption());
        return false;
    }

    private static Snapshot run(Experiment experiment, Kernel kernel) {
        return new Engine(kernel, new MemoryBudget(1L << 30, 0))
                .run(experiment, Cancellation.NEVER);
    }

    private static Experiment changed(
            Option<Experiment, ?> option, Experiment base, Random random) {
        try {
            return option.withSample(base, random);
        } catch (Refusal _) {
            return base; // widths that do not go with the input
        }
    }

    private static List<Experiment> basesThatRead(Option<Experiment, ?> option) {
        return Stream.of(SMALL, LISTED, LOADED).flatMap(base -> readers(option, base)).toList();
    }

    private static Stream<Experiment> readers(Option<Experiment, ?> option, Experiment base) {
        return option.owner()
                .map(owner ->
                        owner.codec().choices().stream()
                                .map(choice -> owner.read(base, choice))
                                .filter(chosen -> option.write(chosen).isPresent()))
                .orElse(Stream.of(base));
    }
}
