package dev.weightscope.kernel;

import java.util.EnumMap;
import java.util.Map;

/// Memory that one thread computes in, kept from call to call, so that later calls allocate none.
final class Scratch {
    final RandomFill draws;
    final MomentsBlock block;
    final ColumnMoments moments = new ColumnMoments();
    final ColumnMoments preActivationMoments = new ColumnMoments();
    final HistogramBlock bins;
    final NormalizationBlock normalization;
    private final Map<Use, float[]> floats = new EnumMap<>(Use.class);
    private float[][] rows = {};

    Scratch(
            RandomFill draws,
            MomentsBlock block,
            HistogramBlock bins,
            NormalizationBlock normalization) {
        this.draws = draws;
        this.block = block;
        this.bins = bins;
        this.normalization = normalization;
    }

    /// @return at least so many rows of at least so many floats of any value
    float[][] rows(int count, int length) {
        if (rows.length < count || rows[0].length < length) {
            rows = new float[count][length];
        }
        return rows;
    }

    /// @return at least so many floats of any value; the same array for every call with that use
    float[] floats(Use use, int length) {
        float[] kept = floats.get(use);
        if (kept != null && kept.length >= length) {
            return kept;
        }
        float[] longer = new float[length];
        floats.put(use, longer);
        return longer;
    }

    /// What an array is for. Uses that are live at once differ: a product's rows are activated
    /// while its panels wait for the rows below them.
    enum Use {
        /// A product's second operand.
        PANELS,
        /// A product's first operand.
        COPIES,
        /// A product's sums between blocks.
        SUMS,
        /// Rows on their way to become columns.
        TRANSPOSITION,
        /// What an activation keeps between its passes.
        ACTIVATION,
        /// Less than a vector of values, filled up.
        EDGE,
        /// Less than a vector of cotangents, filled up.
        EDGE_COTANGENT,
        /// Some pre-activations, whose place their slopes take.
        PRE_ACTIVATIONS,
        /// Their slopes.
        SLOPES,
        /// A row of normalized values.
        NORMALIZED,
        /// A row of gradients by normalized values.
        NORMALIZED_GRADIENT
    }
}
