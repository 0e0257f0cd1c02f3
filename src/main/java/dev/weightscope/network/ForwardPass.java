package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import org.ejml.data.FMatrixRMaj;

/// The way of a [Batch] through the layers of an experiment: [#begin], then [#advance] for each
/// layer in turn.
///
/// There is one weight matrix, used again for every layer and every experiment; the draws behind it
/// are kept within a budget.
///
/// Not for use by several threads at once.
public final class ForwardPass {
    private final Kernel kernel;
    private final UnitDraws unitDraws;
    private final WeightSampler sampler;
    private FMatrixRMaj weights = new FMatrixRMaj();
    private final FMatrixRMaj bias = new FMatrixRMaj();

    public ForwardPass(Kernel kernel) {
        this.kernel = kernel;
        this.unitDraws = new UnitDraws(kernel);
        this.sampler = new WeightSampler(kernel, unitDraws);
    }

    /// Makes room for an experiment's weights. From here to the next call, the draws that are used
    /// stay rather than those of before.
    ///
    /// @param drawBudget how many bytes of draws may be kept, 0 for none
    public void prepare(Experiment experiment, long drawBudget) {
        int mostWeights = 0;
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            mostWeights =
                    Math.max(
                            mostWeights,
                            Math.multiplyExact(experiment.fanIn(layer), experiment.fanOut(layer)));
        }
        unitDraws.beginRound(drawBudget);
        weights = WorkSpace.withRoom(weights, mostWeights);
    }

    /// Makes room for an experiment's samples and fills the signal with its input.
    ///
    /// @param batch overwritten
    /// @throws CancelledException if the work is no longer wanted
    public void begin(Experiment experiment, Batch batch, Cancellation cancellation) {
        batch.reserve(experiment);
        batch.signal.reshape(experiment.effectiveSamples(), experiment.inputWidth());
        float[] input = input(experiment, batch.signal, cancellation);
        kernel.scale(
                (float) experiment.inputScale(),
                input,
                batch.signal.data,
                0,
                batch.signal.getNumElements(),
                cancellation);
        round(experiment, batch.signal, cancellation);
    }

    /// Carries the signal through a layer.
    ///
    /// @param layer one more than at the last call for this batch, counted from 1
    /// @param batch modified
    /// @return how many activations the experiment's number format flushes to 0
    /// @throws CancelledException if the work is no longer wanted; begin again then
    /// @throws InvalidExperimentException if a custom initializer fails
    public long advance(Experiment experiment, int layer, Batch batch, Cancellation cancellation) {
        int samples = batch.signal.numRows;
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        weights.reshape(fanIn, fanOut);
        sampler.weights(
                experiment.weightLaw(layer), experiment.seed(), layer, weights, cancellation);
        round(experiment, weights, cancellation);
        Law biasLaw = experiment.biasLaw(layer);
        boolean biased = !biasLaw.equals(new Law.Constant(0));
        if (biased) {
            bias.reshape(1, fanOut);
            sampler.bias(biasLaw, experiment.seed(), layer, fanIn, bias, cancellation);
            round(experiment, bias, cancellation);
        }
        batch.preActivation.reshape(samples, fanOut);
        kernel.product(
                Matrices.view(batch.signal),
                ScaledMatrix.of(Matrices.view(weights)),
                Orientation.AS_STORED,
                biased ? bias.data : null,
                Matrices.view(batch.preActivation),
                cancellation);
        batch.signal.reshape(samples, fanOut);
        kernel.activate(
                experiment.activation(),
                batch.preActivation.data,
                batch.signal.data,
                0,
                batch.signal.getNumElements(),
                cancellation);
        return round(experiment, batch.signal, cancellation);
    }

    /// Rounds to the experiment's number format.
    ///
    /// @return how many values it flushes to 0
    private long round(Experiment experiment, FMatrixRMaj values, Cancellation cancellation) {
        return experiment.format() == NumberFormat.FLOAT32
                ? 0
                : kernel.round(
                        experiment.format(),
                        values.data,
                        values.data,
                        0,
                        values.getNumElements(),
                        cancellation);
    }

    /// Of the last layer that a batch was carried through: fanIn × fanOut.
    public Matrix weights() {
        return Matrices.view(weights);
    }

    /// The input before its scale; in the signal's own array where it is not kept elsewhere.
    private float[] input(Experiment experiment, FMatrixRMaj signal, Cancellation cancellation) {
        return switch (experiment.input()) {
            case Input.StandardNormal() ->
                    input(new UnitDraw.Normal(), experiment, signal, cancellation);
            case Input.Uniform() -> input(new UnitDraw.Uniform(), experiment, signal, cancellation);
            case Input.Table(var data) -> {
                data.copyRows(signal.numRows, signal.data);
                yield signal.data;
            }
        };
    }

    private float[] input(
            UnitDraw unit, Experiment experiment, FMatrixRMaj signal, Cancellation cancellation) {
        return unitDraws.get(
                new Drawing.Independent(
                        unit, new RandomStream(experiment.seed(), 0, Purpose.INPUT)),
                signal.getNumElements(),
                signal.data,
                cancellation);
    }
}
