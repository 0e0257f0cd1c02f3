package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// Samples with their targets, as a network sees them: whoever makes them has standardized the
/// features, if they are to be.
///
/// Compared by identity: a data set is made once and shared by all runs.
public final class TrainingData {
    private final String source;
    private final int features;
    private final float[] values;
    private final Target target;

    /// @param source what names it, for people
    /// @param features of a sample, at least 1
    /// @param values rows × features, row by row; copied
    /// @param target of as many rows, at least 2
    /// @throws Refusal if there are fewer than two rows
    public TrainingData(String source, int features, float[] values, Target target) {
        if (features < 1 || values.length != (long) target.rows() * features) {
            throw new IllegalArgumentException(
                    "%d values do not fill %d x %d"
                            .formatted(values.length, target.rows(), features));
        }
        if (target.rows() < 2) {
            throw new Refusal(
                    "%s has %d row: training needs at least two".formatted(source, target.rows()));
        }
        this.source = source;
        this.features = features;
        this.values = values.clone();
        this.target = target;
    }

    public String source() {
        return source;
    }

    public int rows() {
        return target.rows();
    }

    public int features() {
        return features;
    }

    /// A feature of a row, both counted from 0.
    public float value(int row, int feature) {
        return values[row * features + feature];
    }

    public Target target() {
        return target;
    }

    /// The rows, one after the other; not to be modified.
    float[] values() {
        return values;
    }
}
