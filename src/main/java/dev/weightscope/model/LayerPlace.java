package dev.weightscope.model;

/// A layer's shape, and where it stands among the branches of its network.
///
/// @param layer counted from 1
/// @param fanIn the number of values that each unit sees
/// @param fanOut the number of units
/// @param branch the branch that it is in, counted from 1; 0 for a plain layer
/// @param branches how many branches the network has
/// @param branchScale what the output of its branch is multiplied by; 1 for a plain layer
public record LayerPlace(
        int layer,
        int fanIn,
        int fanOut,
        LayerRole role,
        int branch,
        int branches,
        double branchScale) {
    /// A layer of a network without skips.
    public static LayerPlace plain(int layer, int fanIn, int fanOut) {
        return plain(layer, fanIn, fanOut, 0);
    }

    static LayerPlace plain(int layer, int fanIn, int fanOut, int branches) {
        return new LayerPlace(layer, fanIn, fanOut, LayerRole.PLAIN, 0, branches, 1);
    }
}
