package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.times;

import java.util.List;

/// Layer-sequential unit variance by hand, which no framework has (Mishkin & Matas 2016, arXiv
/// 1511.06422, algorithm 1): orthogonal draws `Q`, divided by what is measured on a batch `x`.
final class LayerSequentialText {
    private LayerSequentialText() {}

    /// Says what is done and what the reader has to put in.
    static List<String> comment(String framework) {
        return PythonScript.comment(
                framework
                        + " has no LSUV: orthogonal draws, divided by the std of the"
                        + " pre-activations until that is near 1. Put a batch of this layer's own"
                        + " input in the place of x.");
    }

    /// The search for the divisor, and `W`.
    ///
    /// @param std measures it, of `Q / divisor`
    /// @param finite the framework's test
    static List<String> loop(String std, String finite, double scale) {
        return List.of(
                "divisor = 1.0",
                "for _ in range(10):",
                "    std = " + std,
                "    if abs(std - 1) <= 0.1 or std == 0 or not %s(std):".formatted(finite),
                "        break",
                "    divisor *= std",
                "W = " + times(scale, "Q / divisor"));
    }
}
