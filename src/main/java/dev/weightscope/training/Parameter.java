package dev.weightscope.training;

/// Numbers that are learnt, with their gradient and what the optimizer keeps of the steps before.
final class Parameter {
    final float[] values;

    /// The gradient before a step, what the step added to each value after it.
    final float[] gradient;

    /// m or v.
    final float[] first;

    /// s.
    final float[] second;

    Parameter(int length, Optimizer optimizer) {
        values = new float[length];
        gradient = new float[length];
        first = new float[optimizer.kept() > 0 ? length : 0];
        second = new float[optimizer.kept() > 1 ? length : 0];
    }
}
