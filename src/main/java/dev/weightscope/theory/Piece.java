package dev.weightscope.theory;

import dev.weightscope.model.Activation;

/// An activation at the nodes of one piece of the axis right of 0 and of its image left of 0.
///
/// Whoever holds one reads its arrays and changes none.
final class Piece {
    private static final GaussLegendre RULE = GaussLegendre.ofPoints(18);

    /// The nodes, and the lengths that they stand for.
    final double[] x = new double[RULE.size()];

    final double[] length = new double[RULE.size()];

    /// φ(x), φ(−x), φ′(x) and φ′(−x).
    final double[] right = new double[RULE.size()];

    final double[] left = new double[RULE.size()];
    final double[] rightSlope = new double[RULE.size()];
    final double[] leftSlope = new double[RULE.size()];

    Piece(Activation activation, double from, double to) {
        for (int i = 0; i < RULE.size(); i++) {
            x[i] = from + (to - from) * RULE.node(i);
            length[i] = (to - from) * RULE.weight(i);
            right[i] = activation.value(x[i]);
            left[i] = activation.value(-x[i]);
            rightSlope[i] = activation.slope(x[i]);
            leftSlope[i] = activation.slope(-x[i]);
        }
    }

    int size() {
        return x.length;
    }

    /// The probability that node i stands for, of a normal variable of that std.
    double probability(int i, double std) {
        double z = x[i] / std;
        return length[i] / (Math.sqrt(2 * Math.PI) * std) * Math.exp(-0.5 * z * z);
    }
}
