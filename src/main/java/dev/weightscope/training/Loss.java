package dev.weightscope.training;

import dev.weightscope.model.Keyed;

/// What is made smaller. The target chooses it.
public enum Loss implements Keyed {
    /// Of two classes, from one logit z: log(1 + e^z) − y·z, so that it overflows only where z
    /// does.
    BINARY_CROSS_ENTROPY("binary-cross-entropy", "Binary cross-entropy"),
    /// Of more classes, from a logit for each: −log p_y with p = softmax z, through the
    /// log-sum-exp.
    SOFTMAX_CROSS_ENTROPY("softmax-cross-entropy", "Softmax cross-entropy"),
    /// Of a number: (z − y)².
    MEAN_SQUARED_ERROR("mean-squared-error", "Mean squared error");

    private final String key;
    private final String label;

    Loss(String key, String label) {
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

    /// The loss for a target.
    public static Loss of(Target target) {
        return switch (target) {
            case Target.Classes(int count, int[] _) when count == 2 -> BINARY_CROSS_ENTROPY;
            case Target.Classes _ -> SOFTMAX_CROSS_ENTROPY;
            case Target.Numbers _ -> MEAN_SQUARED_ERROR;
        };
    }

    /// The loss for so many classes; 0 where a number is learnt.
    public static Loss ofClasses(int classes) {
        return switch (classes) {
            case 0 -> MEAN_SQUARED_ERROR;
            case 2 -> BINARY_CROSS_ENTROPY;
            default -> SOFTMAX_CROSS_ENTROPY;
        };
    }

    /// How many outputs a network needs for a target.
    public static int outputs(Target target) {
        return switch (target) {
            case Target.Classes(int count, int[] _) -> count == 2 ? 1 : count;
            case Target.Numbers _ -> 1;
        };
    }

    /// Whether there is a share of right answers.
    public boolean hasAccuracy() {
        return this != MEAN_SQUARED_ERROR;
    }

    /// The mean loss of the best constant answer.
    ///
    /// @param targets of the samples, classes as their indices
    double guessing(float[] targets) {
        return hasAccuracy() ? entropy(targets) : variance(targets);
    }

    private static double entropy(float[] targets) {
        int classes = 1;
        for (float target : targets) {
            classes = Math.max(classes, (int) target + 1);
        }
        int[] counts = new int[classes];
        for (float target : targets) {
            counts[(int) target]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / targets.length;
                entropy -= share * StrictMath.log(share);
            }
        }
        return entropy;
    }

    private static double variance(float[] targets) {
        double mean = 0;
        for (float target : targets) {
            mean += target;
        }
        mean /= targets.length;
        double squares = 0;
        for (float target : targets) {
            squares += (target - mean) * (target - mean);
        }
        return squares / targets.length;
    }
}
