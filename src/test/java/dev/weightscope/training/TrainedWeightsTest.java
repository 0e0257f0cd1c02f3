package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.inspect.Grid;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorRole;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.inspect.TensorValues;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of weights before and after they have learnt.
class TrainedWeightsTest {
    private static final TrainingSet DIGITS =
            TrainingSet.of(
                    Tables.of("digits.csv", 10, Tables.Scaling.STANDARDIZED),
                    new TestSplit(0.2, SampleOrder.GIVEN, 0));

    @Test
    void aStartIsOfItsLawAndWhatHasLearntIsTrained() {
        record Case(
                InitializerScheme start,
                ActivationFunction activation,
                Optimizer optimizer,
                double rate) {}
        List<Case> cases =
                List.of(
                        new Case(
                                InitializerScheme.HE_NORMAL,
                                ActivationFunction.RELU,
                                Optimizer.ADAM,
                                0.02),
                        new Case(
                                InitializerScheme.XAVIER_UNIFORM,
                                ActivationFunction.TANH,
                                Optimizer.ADAM,
                                0.02),
                        new Case(
                                InitializerScheme.ORTHOGONAL,
                                ActivationFunction.TANH,
                                Optimizer.SGD,
                                0.005));
        try (Kernel kernel = Kernels.scalar(1)) {
            for (Case each : cases) {
                Experiment start =
                        Experiment.DEFAULT
                                .withWidths(LayerWidths.Listed.parse("64,100,100,10"))
                                .withActivation(Activation.of(each.activation))
                                .withInitializer(StandardInitializer.of(each.start));
                TrainingPlan plan =
                        TrainingPlan.NOTEBOOK
                                .withReduction(Reduction.MEAN)
                                .withBatch(64)
                                .withSteps(150)
                                .withOptimizer(new OptimizerSettings(each.optimizer, each.rate));
                TrainingRun run = new TrainingRun(start, plan, DIGITS, Detail.CURVES, kernel);
                run.start(Cancellation.NEVER);
                for (LawMatch match : matches(run)) {
                    assertTrue(
                            match.laws().stream()
                                    .anyMatch(law -> law.law().key().equals(each.start.key())),
                            each + ": " + match);
                }
                while (!run.hasEnded()) {
                    run.step(Cancellation.NEVER);
                }
                // The last layer's thousand numbers may be too few to show it.
                assertEquals(
                        List.of(LawMatch.TRAINED, LawMatch.TRAINED),
                        matches(run).stream().limit(2).map(LawMatch::law).toList(),
                        each.toString());
            }
        }
        assertEquals(3, cases.size());
    }

    private static List<LawMatch> matches(TrainingRun run) {
        List<LawMatch> matches = new ArrayList<>();
        for (TrainedLayer layer : run.layers()) {
            float[] weights = new float[layer.fanIn * layer.fanOut];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = layer.weight(i / layer.fanOut, i % layer.fanOut);
            }
            TensorValues values = TensorValues.of(weights);
            matches.add(
                    LawMatch.of(
                            values,
                            TensorSurvey.of(values),
                            TensorRole.Weights.inByOut(layer.fanIn, layer.fanOut),
                            Grid.FLOAT32));
        }
        return matches;
    }
}
