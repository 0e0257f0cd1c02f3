package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.jspecify.annotations.Nullable;

/// The loss of some samples' outputs, its gradient by them, and how many answers are right. Keeps
/// its work space; for one thread at a time.
final class Objective {
    private static final Activation SOFTPLUS = Activation.of(ActivationFunction.SOFTPLUS);
    private static final Activation SIGMOID = Activation.of(ActivationFunction.SIGMOID);

    /// Outputs of the samples between two looks at the cancellation.
    private static final int VALUES = 1 << 16;

    private final Loss loss;
    private final int outputs;
    private float[] work = {};
    private float[] more = {};

    /// Of the samples so far: in one sum over all, whatever is between two looks.
    private double sum;

    private int right;

    Objective(Loss loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
    }

    static Objective of(Target target) {
        return new Objective(Loss.of(target), Loss.outputs(target));
    }

    /// What is found of some samples.
    ///
    /// @param loss the sum of their losses
    /// @param right how many answers are right: the class of the largest logit, of equal ones the
    ///   first, is the sample's; where a logit is not finite, none is
    record Found(double loss, int right) {
        static final Found NONE = new Found(0, 0);

        Found plus(Found other) {
            return new Found(loss + other.loss, right + other.right);
        }
    }

    /// What is asked of some samples.
    ///
    /// @param logits outputs × samples, from a first column on; not modified
    /// @param targets of the samples, from a first one on
    /// @param factor what the gradient of the sum is multiplied by
    /// @param gradient by the logits, overwritten; null where it is not asked for
    record Batch(
            Tensor logits,
            float[] targets,
            int firstTarget,
            int samples,
            float factor,
            @Nullable Tensor gradient) {
        float target(int sample) {
            return targets[firstTarget + sample];
        }
    }

    /// @param cancellation looked at between some samples and the next: it may be taken again then
    Found take(SmallLoops loops, Batch batch, Cancellation cancellation) {
        int room = outputs * batch.logits.stride();
        if (work.length < room) {
            work = new float[room];
            more = new float[room];
        }
        sum = 0;
        right = 0;
        int some = Math.max(1, VALUES / outputs);
        for (int from = 0; from < batch.samples; from += some) {
            cancellation.throwIfCancelled();
            int to = Math.min(from + some, batch.samples);
            switch (loss) {
                case BINARY_CROSS_ENTROPY -> binary(loops, batch, from, to);
                case SOFTMAX_CROSS_ENTROPY -> softmax(loops, batch, from, to);
                case MEAN_SQUARED_ERROR -> squares(batch, from, to);
            }
        }
        return new Found(sum, right);
    }

    /// With t = z for class 0 and −z for class 1, the loss is softplus(t) and its slope by t is
    /// sigmoid(t): no digits are lost in a difference.
    private void binary(SmallLoops loops, Batch batch, int from, int to) {
        Tensor gradient = batch.gradient;
        float[] z = batch.logits.values();
        for (int i = from; i < to; i++) {
            float sign = 1 - 2 * batch.target(i);
            work[i] = sign * z[i];
            boolean one = sign < 0;
            right += Float.isFinite(z[i]) && z[i] > 0 == one ? 1 : 0;
        }
        loops.activate(SOFTPLUS, work, more, from, to);
        for (int i = from; i < to; i++) {
            sum += more[i];
        }
        if (gradient != null) {
            loops.activate(SIGMOID, work, work, from, to);
            float[] out = gradient.values();
            for (int i = from; i < to; i++) {
                out[i] = (1 - 2 * batch.target(i)) * work[i] * batch.factor;
            }
        }
    }

    private void softmax(SmallLoops loops, Batch batch, int from, int to) {
        Tensor gradient = batch.gradient;
        int stride = batch.logits.stride();
        float[] z = batch.logits.values();
        for (int i = from; i < to; i++) {
            int best = 0;
            float largest = z[i];
            boolean finite = Float.isFinite(z[i]);
            for (int output = 1; output < outputs; output++) {
                float value = z[output * stride + i];
                best = value > largest ? output : best;
                largest = Math.max(largest, value);
                finite &= Float.isFinite(value);
            }
            for (int output = 0; output < outputs; output++) {
                work[output * stride + i] = z[output * stride + i] - largest;
            }
            right += finite && best == (int) batch.target(i) ? 1 : 0;
        }
        for (int output = 0; output < outputs; output++) {
            int first = output * stride + from;
            System.arraycopy(work, first, more, first, to - from);
            loops.exponential(more, first, first + to - from);
        }
        for (int i = from; i < to; i++) {
            int target = (int) batch.target(i);
            double total = 0;
            for (int output = 0; output < outputs; output++) {
                total += more[output * stride + i];
            }
            sum += StrictMath.log(total) - work[target * stride + i];
            if (gradient != null) {
                float share = (float) (batch.factor / total);
                for (int output = 0; output < outputs; output++) {
                    gradient.values()[output * stride + i] = more[output * stride + i] * share;
                }
                gradient.values()[target * stride + i] -= batch.factor;
            }
        }
    }

    private void squares(Batch batch, int from, int to) {
        Tensor gradient = batch.gradient;
        for (int i = from; i < to; i++) {
            float distance = batch.logits.values()[i] - batch.target(i);
            sum += (double) distance * distance;
            if (gradient != null) {
                gradient.values()[i] = 2 * distance * batch.factor;
            }
        }
    }
}
