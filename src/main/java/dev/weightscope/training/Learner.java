package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.InitialWeights;
import dev.weightscope.network.PassQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What learns, made when a run begins: its layers, and the passes that carry samples through them.
///
/// @param pass of the batch of a step
/// @param whole over all training rows; null where the pass of a step is that already
/// @param test null where there is nothing to test on
/// @param planes null where none are kept
record Learner(
        List<TrainedLayer> layers,
        TrainingPass pass,
        @Nullable EvaluationPass whole,
        @Nullable EvaluationPass test,
        @Nullable Planes planes) {
    /// Draws the weights of an experiment.
    ///
    /// @param cells of a plane, where what is said all over it is kept; null for none
    /// @throws CancelledException if the work is no longer wanted
    /// @throws Refusal if a custom initializer fails
    static Learner of(
            Experiment experiment,
            TrainingPlan plan,
            TrainingSet set,
            Batches batches,
            @Nullable SampleTable cells,
            Products products,
            Kernel kernel,
            Cancellation cancellation) {
        int outputs = Loss.outputs(set.data().target());
        Objective objective = Objective.of(set.data().target());
        PassQuestion question = Start.of(experiment, set.train(), outputs);
        List<InitialWeights.Drawn> drawn = InitialWeights.draw(question, kernel, cancellation);
        List<TrainedLayer> layers = new ArrayList<>();
        for (int i = 0; i < question.depth(); i++) {
            layers.add(
                    new TrainedLayer(
                            question.layers().get(i),
                            drawn.get(i),
                            plan.optimizer().optimizer(),
                            cancellation));
        }
        SampleTable test = set.test();
        boolean looksAtAll = plan.scope() == Scope.ALL && !batches.isWhole();
        return new Learner(
                layers,
                new TrainingPass(layers, batches.input(), batches.size(), objective, products),
                looksAtAll ? overAll(layers, set, objective, products) : null,
                test == null
                        ? null
                        : new EvaluationPass(
                                layers, test, NormLayer.Statistics.RUNNING, objective, products),
                cells == null ? null : new Planes(layers, cells, objective, products));
    }

    private static EvaluationPass overAll(
            List<TrainedLayer> layers, TrainingSet set, Objective objective, Products products) {
        return new EvaluationPass(
                layers, set.train(), NormLayer.Statistics.OF_BATCH, objective, products);
    }

    /// A pass over all training rows.
    EvaluationPass overAll(TrainingSet set, Products products) {
        return whole != null
                ? whole
                : overAll(layers, set, Objective.of(set.data().target()), products);
    }
}
