package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The moments of the gradients by the pre-activations of some layers, and nothing else.
final class PreActivationGradients implements GradientSurvey {
    private final Cancellation cancellation;
    private final IntPredicate asked;
    private final Deque<Moments> found = new ArrayDeque<>();

    /// @param asked of which layers, counted from 1
    PreActivationGradients(IntPredicate asked, Cancellation cancellation) {
        this.asked = asked;
        this.cancellation = cancellation;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public @Nullable Bins bins() {
        return null;
    }

    @Override
    public Surveyed surveyed(int layer) {
        return asked.test(layer) ? Surveyed.LAST : Surveyed.NONE;
    }

    @Override
    public void byOutput(Matrix gradient, Survey known) {
        // Not asked for.
    }

    @Override
    public void byPreActivation(Matrix gradient, Survey known) {
        found.addFirst(known.moments());
    }

    @Override
    public int inputs(WeightsQuestion weights) {
        return 0;
    }

    @Override
    public void byWeights(Matrix gradient, Survey known) {
        throw new IllegalStateException("gradients by weights are not asked for");
    }

    /// Of each layer that the gradient went through, in order; of those that were not asked for,
    /// those of [Survey#NONE] or what they are.
    List<Moments> inOrder() {
        return List.copyOf(found);
    }
}
