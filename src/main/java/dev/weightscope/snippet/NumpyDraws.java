package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.Numbers;
import java.util.List;

/// Laws drawn by hand with NumPy's generator `rng`, for it and for a framework that has none of
/// them: lines that make a float32 array of shape (fan_in, fan_out).
final class NumpyDraws {
    private NumpyDraws() {}

    /// `W` of a normal law cut at `cut` stds: what lies beyond is drawn again.
    ///
    /// @param std as Python
    static List<String> truncated(String std, double cut) {
        return List.of(
                "W = rng.standard_normal((fan_in, fan_out))",
                "while (far := np.abs(W) > %s).any():".formatted(Numbers.plain(cut)),
                "    W[far] = rng.standard_normal(far.sum())",
                "W = (%s * W).astype(np.float32)".formatted(std));
    }

    /// `W` of a normal law, the same share of each input's weights 0.
    ///
    /// @param std as Python
    static List<String> sparse(String std, double sparsity) {
        return List.of(
                "zeros = int(np.ceil(%s * fan_out))  # of each input's weights"
                        .formatted(Numbers.plain(sparsity)),
                "W = rng.normal(0, %s, (fan_in, fan_out)).astype(np.float32)".formatted(std),
                "for row in W:",
                "    row[rng.permutation(fan_out)[:zeros]] = 0");
    }

    /// A Haar distributed orthogonal matrix: the factor of a Gaussian one, made unique by a
    /// positive diagonal of the other (Mezzadri 2007, arXiv math-ph/0609050, §5).
    static List<String> orthogonal(String name, double scale) {
        return List.of(
                "tall = max(fan_in, fan_out), min(fan_in, fan_out)",
                "Q, R = np.linalg.qr(rng.standard_normal(tall))",
                "Q = (Q * np.sign(np.diag(R))).astype(np.float32)",
                "%s = %s".formatted(name, times(scale, "(Q if fan_in >= fan_out else Q.T)")));
    }
}
