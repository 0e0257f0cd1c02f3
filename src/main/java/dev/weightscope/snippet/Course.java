package dev.weightscope.snippet;

import dev.weightscope.data.DataOutline;
import dev.weightscope.training.Loss;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingPlan;

/// What a network is trained on, and how.
public record Course(DataOutline data, TrainingPlan plan, TestSplit split) {
    Loss loss() {
        return Loss.ofClasses(data.classes().size());
    }

    int outputs() {
        return loss() == Loss.SOFTMAX_CROSS_ENTROPY ? data.classes().size() : 1;
    }

    int testRows() {
        return split.testRows(data.rows());
    }

    int rows() {
        return data.rows() - testRows();
    }

    /// Whether a step is of all rows that are trained on.
    boolean isWhole() {
        return plan.batchOf(rows()) == rows();
    }
}
