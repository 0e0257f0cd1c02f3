package dev.weightscope.inspect;

/// The law that the singular values of a large matrix of independent entries follow, whatever law
/// draws them (Marchenko & Pastur 1967): with s the shorter side, l the longer one, γ = s/l and x =
/// ν²/(l·σ²), the density of x is √((x₊ − x)(x − x₋)) / (2πγx) between x₋ = (1 − √γ)² and x₊ = (1 +
/// √γ)².
///
/// @param std of the entries, σ; above 0
public record MarchenkoPastur(int shorter, int longer, double std) {
    /// The chance that the largest value of a random matrix is said to lie outside.
    private static final double LEVEL = 1e-4;

    public MarchenkoPastur {
        if (shorter < 1 || longer < shorter || !(std > 0)) {
            throw new IllegalArgumentException(
                    "sides %d and %d, std %s".formatted(shorter, longer, std));
        }
    }

    /// σ·(√l − √s): no fewer are expected below.
    public double lowest() {
        return std * (Math.sqrt(longer) - Math.sqrt(shorter));
    }

    /// σ·(√l + √s): the edge.
    public double highest() {
        return std * (Math.sqrt(longer) + Math.sqrt(shorter));
    }

    /// Of a singular value; its integral is 1.
    public double density(double singularValue) {
        double unit = longer * std * std;
        double x = singularValue * singularValue / unit;
        double root = Math.sqrt((double) shorter / longer);
        double inside = ((1 + root) * (1 + root) - x) * (x - (1 - root) * (1 - root));
        if (inside <= 0) {
            return 0;
        }
        // dx/dν = 2ν/unit, and 1/x = unit/ν²
        return Math.sqrt(inside) / (Math.PI * root * root * singularValue);
    }

    /// Where an outlier begins: above the edge by so much that the largest of a matrix of
    /// independent entries is there once in 10,000 (Tracy & Widom's law, as in Johnstone 2001).
    public double outlierFrom() {
        double a = Math.sqrt(Math.max(1, longer - 1));
        double b = Math.sqrt(shorter);
        double low = 0;
        double high = 50;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (LargestSingularValue.tracyWidomTail(middle) > LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double spread = (a + b) * Math.cbrt(1 / a + 1 / b);
        return std * Math.sqrt((a + b) * (a + b) + spread * high);
    }
}
