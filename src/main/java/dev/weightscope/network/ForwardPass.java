package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Law;
import org.ejml.data.FMatrixRMaj;

/// A batch on its way through the layers of an experiment: [#begin], then [#advance] for each layer
/// in turn.
///
/// There are two batches, signal and pre-activation, and one weight matrix, used again for every
/// layer and every experiment: nothing of their size is allocated but where they have to grow.
///
/// Not for use by several threads at once.
public final class ForwardPass {
    /// Work space this many times larger than what is needed is given back.
    private static final int TOO_LARGE = 4;

    private final Kernel kernel;
    private final WeightSampler sampler;
    private FMatrixRMaj signal = new FMatrixRMaj();
    private FMatrixRMaj preActivation = new FMatrixRMaj();
    private FMatrixRMaj weights = new FMatrixRMaj();
    private final FMatrixRMaj bias = new FMatrixRMaj();

    public ForwardPass(Kernel kernel) {
        this.kernel = kernel;
        this.sampler = new WeightSampler(kernel);
    }

    /// Makes room for the experiment and fills the signal with its input.
    ///
    /// @throws CancelledException if the work is no longer wanted
    public void begin(Experiment experiment, Cancellation cancellation) {
        int samples = experiment.effectiveSamples();
        int widest = experiment.inputWidth();
        int mostWeights = 0;
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            widest = Math.max(widest, experiment.fanOut(layer));
            mostWeights =
                    Math.max(
                            mostWeights,
                            Math.multiplyExact(experiment.fanIn(layer), experiment.fanOut(layer)));
        }
        signal = withRoom(signal, Math.multiplyExact(samples, widest));
        preActivation = withRoom(preActivation, Math.multiplyExact(samples, widest));
        weights = withRoom(weights, mostWeights);
        sampler.releaseWorkSpace();

        signal.reshape(samples, experiment.inputWidth());
        fillInput(experiment, cancellation);
    }

    /// Draws the layer's weights and biases and carries the signal through it.
    ///
    /// @param layer one more than at the last call, counted from 1
    /// @throws CancelledException if the work is no longer wanted; begin again then
    /// @throws InvalidExperimentException if a custom initializer fails
    public void advance(Experiment experiment, int layer, Cancellation cancellation) {
        int samples = signal.numRows;
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        weights.reshape(fanIn, fanOut);
        sampler.weights(
                experiment.weightLaw(layer), experiment.seed(), layer, weights, cancellation);
        Law biasLaw = experiment.biasLaw(layer);
        boolean biased = !biasLaw.equals(new Law.Constant(0));
        if (biased) {
            bias.reshape(1, fanOut);
            sampler.bias(biasLaw, experiment.seed(), layer, fanIn, bias, cancellation);
        }
        preActivation.reshape(samples, fanOut);
        kernel.product(
                signal.data,
                weights.data,
                biased ? bias.data : null,
                preActivation.data,
                samples,
                fanIn,
                fanOut,
                cancellation);
        signal.reshape(samples, fanOut);
        kernel.activate(
                experiment.activation(),
                preActivation.data,
                signal.data,
                0,
                signal.getNumElements(),
                cancellation);
    }

    /// The input after [#begin], the activation after [#advance]: samples × units.
    public Tensor signal() {
        return Tensor.of(signal);
    }

    /// What the activation of the last layer was applied to: samples × fanOut.
    public Tensor preActivation() {
        return Tensor.of(preActivation);
    }

    /// Of the last layer: fanIn × fanOut.
    public Tensor weights() {
        return Tensor.of(weights);
    }

    private void fillInput(Experiment experiment, Cancellation cancellation) {
        switch (experiment.input()) {
            case Input.StandardNormal() ->
                    fillInput(new UnitDraw.Normal(), experiment, cancellation);
            case Input.Uniform() -> fillInput(new UnitDraw.Uniform(), experiment, cancellation);
            case Input.Table(var data) -> data.copyRows(signal.numRows, signal.data);
        }
        if (experiment.inputScale() != 1) {
            kernel.scale(
                    (float) experiment.inputScale(),
                    signal.data,
                    signal.data,
                    0,
                    signal.getNumElements(),
                    cancellation);
        }
    }

    private void fillInput(UnitDraw unit, Experiment experiment, Cancellation cancellation) {
        kernel.fill(
                unit,
                new RandomStream(experiment.seed(), 0, Purpose.INPUT),
                0,
                signal.data,
                0,
                signal.getNumElements(),
                cancellation);
    }

    /// The matrix itself, or a new one where it is too small, or so large that it should not be
    /// kept; the old one is let go before.
    private static FMatrixRMaj withRoom(FMatrixRMaj matrix, int elements) {
        int room = matrix.data.length;
        boolean fits = elements <= room && room / TOO_LARGE <= elements;
        return fits ? matrix : new FMatrixRMaj(1, elements);
    }
}
