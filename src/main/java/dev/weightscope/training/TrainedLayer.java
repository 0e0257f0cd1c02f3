package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import dev.weightscope.model.Activation;
import dev.weightscope.model.LayerRole;
import dev.weightscope.network.InitialWeights;
import dev.weightscope.network.LayerQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A layer with all that it learns.
///
/// Its weights have a row for each unit, of which the last number, behind those of its inputs, is
/// the bias; rows begin [#stride] apart.
final class TrainedLayer {
    final int fanIn;
    final int fanOut;
    final int stride;
    final LayerRole role;
    final Activation activation;
    final float branchScale;
    final Parameter weights;

    /// Of what enters the branch that begins here.
    final @Nullable NormLayer inputNorm;

    /// Of its own pre-activations.
    final @Nullable NormLayer ownNorm;

    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    TrainedLayer(
            LayerQuestion question,
            InitialWeights.Drawn drawn,
            Optimizer optimizer,
            Cancellation cancellation) {
        fanIn = question.weights().fanIn();
        fanOut = question.weights().fanOut();
        stride = SmallLoops.padded(fanIn + 1);
        role = question.role();
        activation = question.activation();
        branchScale = (float) question.branchScale();
        weights = new Parameter(Math.multiplyExact(fanOut, stride), optimizer);
        for (int unit = 0; unit < fanOut; unit++) {
            cancellation.throwIfCancelled();
            for (int input = 0; input < fanIn; input++) {
                weights.values[unit * stride + input] = drawn.weights()[input * fanOut + unit];
            }
            weights.values[unit * stride + fanIn] = drawn.bias()[unit];
        }
        inputNorm =
                question.normalizesItsInput()
                        ? NormLayer.of(question.normalization(), fanIn, optimizer)
                        : null;
        ownNorm = NormLayer.of(question.ownNormalization(), fanOut, optimizer);
    }

    /// The norm, wherever it stands.
    @Nullable NormLayer norm() {
        return inputNorm == null ? ownNorm : inputNorm;
    }

    /// All that is learnt: the weights with the biases, then scale and shift of the norm.
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(weights));
        NormLayer norm = norm();
        if (norm != null) {
            all.add(norm.scale);
            if (norm.shift != null) {
                all.add(norm.shift);
            }
        }
        return all;
    }

    /// The weight from an input to a unit; the bias where the input is [#fanIn].
    float weight(int input, int unit) {
        return weights.values[unit * stride + input];
    }

    /// The weights alone, fanIn × fanOut, in an array of their own.
    float[] weightsByInput() {
        float[] all = new float[fanIn * fanOut];
        for (int unit = 0; unit < fanOut; unit++) {
            for (int input = 0; input < fanIn; input++) {
                all[input * fanOut + unit] = weight(input, unit);
            }
        }
        return all;
    }

    /// One for each unit, in an array of their own.
    float[] biases() {
        float[] all = new float[fanOut];
        for (int unit = 0; unit < fanOut; unit++) {
            all[unit] = weight(fanIn, unit);
        }
        return all;
    }

    Strided rows() {
        return new Strided(weights.values, 0, stride);
    }

    Strided gradientRows() {
        return new Strided(weights.gradient, 0, stride);
    }
}
