package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Series;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.race.TrainingTask;
import dev.weightscope.training.Detail;
import dev.weightscope.training.Loss;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingRun;
import dev.weightscope.training.TrainingSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OldAnswersTest {
    private static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT;

    @Test
    void aNewCurveGrowsOverTheOldOneUntilItIsWhole() {
        OldAnswers answers = new OldAnswers();
        TrainingAnswer before = answer(1, SETTINGS, SETTINGS.plan().steps());
        assertEquals(Map.of(), answers.follow(live(before)));
        assertEquals(Map.of(0, before), answers.follow(live(answer(2, SETTINGS, 1))));
        assertEquals(Map.of(0, before), answers.follow(live(answer(2, SETTINGS, 2))));
        assertEquals(Map.of(), answers.follow(live(answer(2, SETTINGS, SETTINGS.plan().steps()))));
    }

    @Test
    void aLossOfOtherDataIsNotSeenBesideTheNewOne() {
        TrainingSettings other =
                new TrainingSettings(
                        "moons",
                        SETTINGS.reading(),
                        SETTINGS.plan(),
                        SETTINGS.testShare(),
                        SETTINGS.draws());
        OldAnswers answers = new OldAnswers();
        TrainingAnswer before = answer(1, SETTINGS, SETTINGS.plan().steps());
        answers.follow(live(before));
        assertEquals(Map.of(0, before), answers.follow(live(answer(2, SETTINGS, 1))));
        assertEquals(Map.of(), answers.follow(live(answer(2, other, 1))));
        assertEquals(Map.of(), answers.follow(live(answer(2, other, 2))));
    }

    private static List<Series<TrainingAnswer>> live(TrainingAnswer answer) {
        return List.of(new Series<>("live", 0, Series.Role.LIVE, answer));
    }

    private static TrainingAnswer answer(long seed, TrainingSettings settings, int steps) {
        float[] values = {-1, 0, 1, 0, -1, 1, 1, 1};
        TrainingData data =
                new TrainingData("four", 2, values, new Target.Classes(2, new int[] {0, 1, 0, 1}));
        TrainingSet set = TrainingSet.of(data, new TestSplit(0, SampleOrder.SHUFFLED, 0));
        try (Kernel kernel = Kernels.scalar(1)) {
            TrainingRun run =
                    new TrainingRun(
                            ExperimentText.parse("--widths 2,3,1 --activation tanh").withSeed(seed),
                            settings.plan(),
                            set,
                            Detail.HISTOGRAMS,
                            kernel);
            for (int step = 0; step < steps && !run.hasEnded(); step++) {
                run.step(Cancellation.NEVER);
            }
            TrainingTask task =
                    new TrainingTask(
                            4,
                            0,
                            2,
                            2,
                            Loss.BINARY_CROSS_ENTROPY,
                            Math.log(2),
                            0.5,
                            Double.NaN,
                            Optional.empty(),
                            "4 rows x 2 columns");
            return new TrainingAnswer(settings, task, List.of(run.state()), Duration.ofMillis(1));
        }
    }
}
