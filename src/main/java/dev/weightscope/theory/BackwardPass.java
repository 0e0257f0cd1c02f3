package dev.weightscope.theory;

import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Second moments of gradients on the way back from a unit-normal cotangent.
///
/// A layer takes E φ′² at its pre-activations and fan_out·Var(W) at its weights; a normalization
/// divides by the variance that it divided by. What it takes away beside that, the part of a
/// gradient along its own input, is of order 1/n. At the entry of a branch its gradient is added to
/// the stream's (Schoenholz et al. 2017, arXiv 1611.01232, §4; Yang & Schoenholz 2017, arXiv
/// 1712.08969, §3; of batch norm Yang et al. 2019, arXiv 1902.08129, here in the limit of a large
/// batch). On a stream whose mean grows the two are not independent, which [StreamGradient]
/// follows.
final class BackwardPass {
    private final Normalization normalization;
    private final List<ForwardPass.Layer> layers;

    /// By each layer's pre-activations, and by its output.
    private final double[] byPreActivation;

    private final double[] byOutput;

    /// By its weights, for one sample of the batch.
    private final double[] byWeights;

    /// What of the gradient on the stream has a mean over the batch: what came through no
    /// normalization over it.
    private double uncentred = 1;

    /// While the way leads along a stream that is not normalized.
    private @Nullable StreamGradient stream;

    private BackwardPass(List<ForwardPass.Layer> layers, Normalization normalization) {
        this.layers = layers;
        this.normalization = normalization;
        byPreActivation = new double[layers.size()];
        byOutput = new double[layers.size()];
        byWeights = new double[layers.size()];
    }

    static BackwardPass of(List<ForwardPass.Layer> layers, Normalization normalization) {
        BackwardPass pass = new BackwardPass(layers, normalization);
        double gradient = 1;
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradient = pass.before(i, gradient);
        }
        return pass;
    }

    /// By the pre-activations of the layer of that index, from 0.
    double byPreActivation(int layer) {
        return byPreActivation[layer];
    }

    /// By the output of the layer of that index, from 0.
    double byOutput(int layer) {
        return byOutput[layer];
    }

    /// By the weights of the layer of that index, from 0, a sample: samples are independent.
    double byWeights(int layer) {
        return byWeights[layer];
    }

    /// What the stream, or the layer before, gets of a gradient behind a layer. A branch of two
    /// gives its share at its first layer.
    private double before(int i, double gradient) {
        ForwardPass.Layer layer = layers.get(i);
        double slope = layer.moments().slopeSecond();
        double scale = layer.laws().place().branchScale();
        double square = scale * scale;
        if (layer.role() != LayerRole.WHOLE_BRANCH) {
            stream = null;
        }
        return switch (layer.role()) {
            case PLAIN -> {
                if (normalization == Normalization.BATCH) {
                    uncentred = 0;
                }
                set(i, gradient, slope * gradient / layer.normalizedBy());
                yield layer.laws().backward() * byPreActivation[i];
            }
            case WHOLE_BRANCH -> {
                set(i, gradient, square * slope * gradient);
                yield alongStream(layer, gradient, entry(i));
            }
            case LAST_OF_BRANCH -> {
                set(i, gradient, square * gradient);
                yield gradient;
            }
            case FIRST_OF_BRANCH -> {
                double hidden = layers.get(i + 1).laws().backward() * byPreActivation[i + 1];
                set(i, hidden, slope * hidden);
                yield gradient + entry(i);
            }
        };
    }

    private double alongStream(ForwardPass.Layer layer, double gradient, double through) {
        if (normalization != Normalization.NONE) {
            return gradient + through;
        }
        if (stream == null) {
            stream = new StreamGradient(gradient, layer.laws().fanIn());
        }
        return stream.before(layer, layer.laws().place().branchScale(), gradient, through);
    }

    private void set(int layer, double output, double preActivation) {
        byOutput[layer] = output;
        byPreActivation[layer] = preActivation;
        ForwardPass.Layer there = layers.get(layer);
        double shared = there.before() - there.beforeByBatch();
        double scale = there.laws().place().branchScale();
        byWeights[layer] =
                preActivation * there.beforeByBatch() + scale * scale * uncentred * shared;
    }

    /// What comes out of a branch at its entry.
    private double entry(int i) {
        ForwardPass.Layer layer = layers.get(i);
        return layer.laws().backward() * byPreActivation[i] / layer.normalizedBy();
    }
}
