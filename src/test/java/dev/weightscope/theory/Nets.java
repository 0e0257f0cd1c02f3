package dev.weightscope.theory;

import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import java.util.List;

/// Networks of one width and one law for all layers.
final class Nets {
    private Nets() {}

    /// @param weightVariance σ_w²
    /// @param biasVariance σ_b²
    static Experiment of(
            String activation, double weightVariance, double biasVariance, int width, int depth) {
        return Experiment.DEFAULT
                .withActivation(MeanFieldTable.moments(activation).activation())
                .withWidth(width)
                .withDepth(depth)
                .withInitializer(
                        StandardInitializer.of(InitializerScheme.NORMAL)
                                .with(InitializerParameter.STD, Math.sqrt(weightVariance / width)))
                .withBias(new Bias(BiasKind.NORMAL, Math.sqrt(biasVariance)));
    }

    /// The curves of an experiment that theory has curves for.
    static List<LayerTheory> curves(Experiment experiment) {
        return answer(experiment).layers();
    }

    static TheoryAnswer.Known answer(Experiment experiment) {
        return (TheoryAnswer.Known) SignalTheory.answer(experiment, () -> {});
    }
}
