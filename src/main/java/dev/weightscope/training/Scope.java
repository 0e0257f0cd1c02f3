package dev.weightscope.training;

import dev.weightscope.model.Keyed;

/// Which samples the loss and the accuracy of a step are of.
public enum Scope implements Keyed {
    /// All that are trained on. Where a batch is less than all, each step costs one pass of all of
    /// them more.
    ALL("all", "All training samples"),
    /// Those of the batch that the next step takes: costs nothing, and is as noisy as they are. A
    /// sum is that of a whole batch: where the last of an epoch has fewer samples, their mean times
    /// those of a whole one. The step itself goes by the sum over the samples that there are.
    BATCH("batch", "The next batch");

    private final String key;
    private final String label;

    Scope(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
