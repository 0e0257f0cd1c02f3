package dev.weightscope.network;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;

/// All that decides what a layer makes of the signal that comes to it: the tensors of a layer are
/// the answer to the input's question and those of all layers up to it.
///
/// @param bias the law of the biases
/// @param activation linear for the last of two in a branch
/// @param normalization of a plain layer's pre-activations, or of what enters a branch that begins
///   here; [Normalization#NONE] for the last of two
/// @param branchScale what a branch that ends here is multiplied by; 1 elsewhere
public record LayerQuestion(
        WeightsQuestion weights,
        Law bias,
        Activation activation,
        Normalization normalization,
        LayerRole role,
        double branchScale) {
    public LayerQuestion {
        if (role == LayerRole.LAST_OF_BRANCH) {
            normalization = Normalization.NONE;
            activation = Activation.of(ActivationFunction.LINEAR);
        }
        if (!role.endsBranch()) {
            branchScale = 1;
        }
    }

    /// A layer at its place.
    ///
    /// @param weights the law of the weights there
    /// @param seed of the network
    /// @param format that the weights are stored in
    public static LayerQuestion at(
            LayerPlace place,
            Law weights,
            Law bias,
            long seed,
            NumberFormat format,
            Activation activation,
            Normalization normalization) {
        return new LayerQuestion(
                new WeightsQuestion(
                        place.layer(), place.fanIn(), place.fanOut(), weights, seed, format),
                bias,
                activation,
                normalization,
                place.role(),
                place.branchScale());
    }

    /// A layer without skip or normalization.
    public static LayerQuestion plain(WeightsQuestion weights, Law bias, Activation activation) {
        return new LayerQuestion(weights, bias, activation, Normalization.NONE, LayerRole.PLAIN, 1);
    }

    /// The same with weights of another law.
    LayerQuestion withWeightLaw(Law law) {
        return new LayerQuestion(
                weights.withLaw(law), bias, activation, normalization, role, branchScale);
    }

    int layer() {
        return weights.layer();
    }

    /// Of the pre-activations, which only a plain layer has.
    public Normalization ownNormalization() {
        return role == LayerRole.PLAIN ? normalization : Normalization.NONE;
    }

    /// Whether what enters the branch that begins here is normalized.
    public boolean normalizesItsInput() {
        return role.beginsBranch() && normalization != Normalization.NONE;
    }

    /// Whether the output is a multiple of the pre-activations, which the way back then does not
    /// ask for.
    boolean isLinear() {
        return activation.function() == ActivationFunction.LINEAR
                && ownNormalization() == Normalization.NONE;
    }

    /// What "saturated" means for the layer's output: a sum is no activation.
    public Saturation saturation() {
        return role.endsBranch() ? Saturation.UNBOUNDED : activation.function().saturation();
    }
}
