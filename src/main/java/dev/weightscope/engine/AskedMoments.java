package dev.weightscope.engine;

/// Of which layers a [MomentsEngine] computes moments. No number depends on which others are asked
/// for.
///
/// @param activations of which layers
/// @param gradients by the pre-activations of which; of none, there is no way back
public record AskedMoments(Of activations, Of gradients) {
    /// Some layers of a network.
    public enum Of {
        NONE,
        LAST,
        /// The first and the last.
        ENDS,
        ALL;

        /// @param layer counted from 1
        /// @param depth of the network
        boolean includes(int layer, int depth) {
            return switch (this) {
                case NONE -> false;
                case LAST -> layer == depth;
                case ENDS -> layer == 1 || layer == depth;
                case ALL -> true;
            };
        }
    }

    /// Those of all layers.
    public static AskedMoments all(Passes passes) {
        return switch (passes) {
            case FORWARD -> new AskedMoments(Of.ALL, Of.NONE);
            case THERE_AND_BACK -> new AskedMoments(Of.ALL, Of.ALL);
        };
    }

    Passes passes() {
        return gradients == Of.NONE ? Passes.FORWARD : Passes.THERE_AND_BACK;
    }
}
