package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.network.WeightsQuestion;
import org.jspecify.annotations.Nullable;

/// What is to be found out of the gradients of each layer: told of them on a [WayBack], the last
/// layer first, and of a layer in the order of the methods.
interface GradientSurvey {
    Cancellation cancellation();

    /// Of the histograms, where there are any and they are known beforehand.
    @Nullable Bins bins();

    /// Which of the gradients by a layer's output and by its pre-activations are looked at. Of the
    /// others nothing is known; what is told of them is [Survey#NONE], or may be.
    ///
    /// @param layer counted from 1
    Surveyed surveyed(int layer);

    /// @param gradient samples × fanOut; not to be modified, nor kept
    void byOutput(Matrix gradient, Survey found);

    /// @param gradient samples × fanOut; not to be modified, nor kept
    void byPreActivation(Matrix gradient, Survey found);

    /// By the weights of how many of a layer's first inputs gradients are computed; 0 for none.
    int inputs(WeightsQuestion weights);

    /// @param gradient inputs × fanOut; not to be modified, nor kept
    void byWeights(Matrix gradient, Survey found);
}
