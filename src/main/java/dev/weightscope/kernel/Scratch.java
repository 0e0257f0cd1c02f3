package dev.weightscope.kernel;

/// Memory that one thread computes in, kept from call to call, so that later calls allocate none.
final class Scratch {
    final RandomFill draws;
    final MomentsBlock block;
    final ColumnMoments moments = new ColumnMoments();
    final ColumnMoments preActivationMoments = new ColumnMoments();
    final HistogramBlock bins;
    final NormalizationBlock normalization;
    private float[][] rows = {};
    private float[] panel = {};
    private float[] edge = {};
    private float[] edgeCotangent = {};
    private float[] copies = {};
    private float[] line = {};
    private float[] sums = {};

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

    /// @return at least so many floats of any value
    float[] panel(int length) {
        if (panel.length < length) {
            panel = new float[length];
        }
        return panel;
    }

    /// @return at least so many floats of any value
    float[] edge(int length) {
        if (edge.length < length) {
            edge = new float[length];
        }
        return edge;
    }

    /// @return at least so many floats of any value
    float[] edgeCotangent(int length) {
        if (edgeCotangent.length < length) {
            edgeCotangent = new float[length];
        }
        return edgeCotangent;
    }

    /// @return at least so many floats of any value
    float[] copies(int length) {
        if (copies.length < length) {
            copies = new float[length];
        }
        return copies;
    }

    /// @return at least so many floats of any value
    float[] line(int length) {
        if (line.length < length) {
            line = new float[length];
        }
        return line;
    }

    /// @return at least so many floats of any value
    float[] sums(int length) {
        if (sums.length < length) {
            sums = new float[length];
        }
        return sums;
    }
}
