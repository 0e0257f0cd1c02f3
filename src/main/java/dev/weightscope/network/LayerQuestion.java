package dev.weightscope.network;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;

/// All that decides what a layer makes of the signal that comes to it: the tensors of a layer are
/// the answer to the input's question and those of all layers up to it.
///
/// @param bias the law of the biases
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
        }
        if (!role.endsBranch()) {
            branchScale = 1;
        }
    }

    /// A layer without skip or normalization.
    public static LayerQuestion plain(WeightsQuestion weights, Law bias, Activation activation) {
        return new LayerQuestion(weights, bias, activation, Normalization.NONE, LayerRole.PLAIN, 1);
    }
}
