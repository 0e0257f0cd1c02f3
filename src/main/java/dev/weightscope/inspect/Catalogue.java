package dev.weightscope.inspect;

import static dev.weightscope.model.FanMode.FAN_AVG;
import static dev.weightscope.model.FanMode.FAN_IN;
import static dev.weightscope.model.FanMode.FAN_OUT;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.RecommendedGain;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The laws that draw entries one by one, and that a tensor may be of: the catalogue's, filled in
/// with its fans. Equal laws are there under each of their names.
final class Catalogue {
    /// Gains that are nearer than this are one: half a million weights do not tell them apart.
    private static final double SAME_GAIN = 1e-3;

    /// Slopes of leaky ReLU: PyTorch's default, and the one usual in generative networks.
    private static final double[] SLOPES = {0.01, 0.2};

    private static final Activation RELU = Activation.of(ActivationFunction.RELU);
    private static final StandardInitializer LECUN =
            StandardInitializer.of(InitializerScheme.LECUN_NORMAL);

    private static final List<Double> GAINS = recommended();

    private final List<NamedLaw> laws = new ArrayList<>();

    private Catalogue() {}

    /// The laws that can be meant, the simplest first: those with fewer settings that are not usual
    /// (a gain, the other layout), then those whose scale follows from the shape, then in the order
    /// of the catalogue.
    static List<NamedLaw> of(TensorRole role) {
        Catalogue catalogue = new Catalogue();
        switch (role) {
            case TensorRole.Weights(int _, int _, int fanIn, int fanOut) ->
                    catalogue.addWeights(fanIn, fanOut);
            case TensorRole.Bias(int fanIn) -> catalogue.addBias(fanIn);
            case TensorRole.Other() -> {}
        }
        catalogue.addFixed();
        return catalogue.laws.stream()
                .sorted(Comparator.comparingInt(NamedLaw::departures))
                .toList();
    }

    /// 1, and what PyTorch recommends for an activation.
    static List<Double> gains() {
        return GAINS;
    }

    private static List<Double> recommended() {
        List<Double> gains = new ArrayList<>(List.of(1.0));
        for (ActivationFunction function : ActivationFunction.values()) {
            for (double slope : SLOPES) {
                RecommendedGain.of(LECUN, Activation.of(function).withNegativeSlope(slope))
                        .map(RecommendedGain::value)
                        .filter(gain ->
                                gains.stream().noneMatch(each -> Math.abs(gain - each) < SAME_GAIN))
                        .ifPresent(gains::add);
            }
        }
        return List.copyOf(gains);
    }

    private void addWeights(int fanIn, int fanOut) {
        for (double gain : GAINS) {
            add(InitializerScheme.XAVIER_UNIFORM, gain, FAN_AVG, fanIn, fanOut);
            add(InitializerScheme.XAVIER_NORMAL, gain, FAN_AVG, fanIn, fanOut);
            if (gain == 1) {
                addBoth(InitializerScheme.HE_UNIFORM, gain, fanIn, fanOut);
                addBoth(InitializerScheme.HE_NORMAL, gain, fanIn, fanOut);
            }
            addBoth(InitializerScheme.LECUN_UNIFORM, gain, fanIn, fanOut);
            addBoth(InitializerScheme.LECUN_NORMAL, gain, fanIn, fanOut);
            addScaling(1, gain, fanIn, fanOut);
            if (gain == 1) {
                addScaling(2, gain, fanIn, fanOut);
                addBoth(InitializerScheme.PYTORCH_LINEAR, gain, fanIn, fanOut);
                add(InitializerScheme.KERAS_DENSE, gain, FAN_AVG, fanIn, fanOut);
                addBoth(InitializerScheme.FLAX_DENSE, gain, fanIn, fanOut);
                add(InitializerScheme.DJL_XAVIER, gain, FAN_AVG, fanIn, fanOut);
                addBoth(InitializerScheme.DL4J_RELU, gain, fanIn, fanOut);
            }
        }
    }

    /// Keras' and JAX's normal laws, cut at two stds.
    private void addScaling(double scale, double gain, int fanIn, int fanOut) {
        StandardInitializer scaling =
                StandardInitializer.of(InitializerScheme.VARIANCE_SCALING)
                        .with(InitializerParameter.SCALE, scale);
        add(scaling, gain, FAN_IN, fanIn, fanOut);
        if (fanIn != fanOut) {
            add(scaling, gain, FAN_OUT, fanOut, fanIn);
            StandardInitializer average =
                    scaling.withParameters(scaling.parameters().withMode(FAN_AVG));
            add(average, gain, FAN_AVG, fanIn, fanOut);
        }
    }

    private void addBoth(InitializerScheme scheme, double gain, int fanIn, int fanOut) {
        add(scheme, gain, FAN_IN, fanIn, fanOut);
        if (fanIn != fanOut) {
            add(scheme, gain, FAN_OUT, fanOut, fanIn);
        }
    }

    private void add(InitializerScheme scheme, double gain, FanMode fan, int fanIn, int fanOut) {
        add(StandardInitializer.of(scheme), gain, fan, fanIn, fanOut);
    }

    private void add(
            StandardInitializer initializer, double gain, FanMode fan, int fanIn, int fanOut) {
        Law law = initializer.weights(LayerPlace.plain(1, fanIn, fanOut), RELU).times(gain);
        laws.add(new NamedLaw(initializer.key(), initializer.label(), gain, Optional.of(fan), law));
    }

    private void addBias(int fanIn) {
        StandardInitializer linear = StandardInitializer.of(InitializerScheme.PYTORCH_LINEAR);
        laws.add(
                new NamedLaw(
                        linear.key(),
                        linear.label(),
                        1,
                        Optional.of(FAN_IN),
                        linear.bias(LayerPlace.plain(1, fanIn, 1))));
    }

    /// Laws of a scale of their own, whatever the shape.
    private void addFixed() {
        addFixed("normal", "Keras RandomNormal default", new Law.Normal(0.05));
        addFixed("normal", "JAX normal default", new Law.Normal(0.01));
        addFixed("uniform", "Uniform, limit 1", new Law.Uniform(1));
        addFixed("truncated-normal", "Keras TruncatedNormal default", cut(0.05));
        addFixed("low", "Low", new Law.Uniform(0.01));
        addFixed("large", "Large", new Law.Uniform(100));
        addFixed("gpt2", "Normal, std 0.02 (GPT-2)", new Law.Normal(0.02));
        addFixed("bert", "Normal 0.02, cut at 2σ (BERT)", cut(0.02));
        addFixed("pytorch-embedding", "PyTorch Embedding default", new Law.Normal(1));
        addFixed("keras-embedding", "Keras Embedding default", new Law.Uniform(0.05));
    }

    private static Law cut(double std) {
        return new Law.TruncatedNormal(std, 2);
    }

    private void addFixed(String key, String label, Law law) {
        laws.add(new NamedLaw(key, label, 1, Optional.empty(), law));
    }
}
