package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Law;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.Refusal;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/// Draws the weights and biases of a layer from their [Law].
///
/// Every random law is a draw of unit scale times the law's own scale, and a draw depends on (seed,
/// layer, shape) alone: another gain, std or limit stretches the *same* draw, and neither depth nor
/// activation touches it.
///
/// Not for use by several threads at once, as the [UnitDraws] that it takes from.
final class WeightSampler {
    private final Kernel kernel;
    private final UnitDraws unitDraws;

    WeightSampler(Kernel kernel, UnitDraws unitDraws) {
        this.kernel = kernel;
        this.unitDraws = unitDraws;
    }

    /// Draws a weight matrix.
    ///
    /// @param out fanIn × fanOut; may be overwritten
    /// @return the weights: `out`, or draws that must not be modified, with their factor
    /// @throws Refusal if a custom initializer fails or returns another number of weights than it
    ///   was asked for
    ScaledMatrix weights(WeightsQuestion question, FMatrixRMaj out, Cancellation cancellation) {
        return draw(question.law(), stream(question, Purpose.WEIGHTS), out, cancellation);
    }

    /// Draws a bias vector.
    ///
    /// @param out 1 × fanOut; overwritten
    /// @throws Refusal as [#weights]
    void bias(LayerQuestion question, FMatrixRMaj out, Cancellation cancellation) {
        WeightsQuestion weights = question.weights();
        RandomStream stream = stream(weights, Purpose.BIAS);
        if (question.bias() instanceof Law.Custom custom) {
            float[] values = CustomDraws.bias(custom, stream, weights.fanIn(), weights.fanOut());
            scale((float) custom.gain(), values, out, cancellation);
        } else {
            ScaledMatrix drawn = draw(question.bias(), stream, out, cancellation);
            scale(drawn.factor(), drawn.matrix().values(), out, cancellation);
        }
    }

    private static RandomStream stream(WeightsQuestion question, Purpose purpose) {
        return new RandomStream(question.seed(), question.layer(), purpose);
    }

    private ScaledMatrix draw(
            Law law, RandomStream stream, FMatrixRMaj out, Cancellation cancellation) {
        int rows = out.numRows;
        int columns = out.numCols;
        return switch (law) {
            case Law.Constant(double value) -> {
                fill((float) value, out, cancellation);
                yield ScaledMatrix.of(Matrices.view(out));
            }
            case Law.Identity(double scale) -> {
                identity((float) scale, out, cancellation);
                yield ScaledMatrix.of(Matrices.view(out));
            }
            case Law.Normal(double std) ->
                    independent(new UnitDraw.Normal(), std, stream, out, cancellation);
            case Law.Uniform(double limit) ->
                    independent(new UnitDraw.Uniform(), limit, stream, out, cancellation);
            case Law.TruncatedNormal(double std, double cut) ->
                    independent(new UnitDraw.TruncatedNormal(cut), std, stream, out, cancellation);
            case Law.Orthogonal(double scale) ->
                    scaled(new Drawing.Orthogonal(stream, rows, columns), scale, out, cancellation);
            // Before the layer divides them by what it measures.
            case Law.LayerSequential(double scale) ->
                    scaled(new Drawing.Orthogonal(stream, rows, columns), scale, out, cancellation);
            case Law.Sparse sparse ->
                    scaled(
                            new Drawing.Sparse(stream, rows, columns, sparse.zeros(columns)),
                            sparse.std(),
                            out,
                            cancellation);
            case Law.Custom custom ->
                    new ScaledMatrix(
                            new Matrix(
                                    CustomDraws.weights(custom, stream, rows, columns),
                                    rows,
                                    columns),
                            (float) custom.gain());
            case Law.Loaded(LoadedTensor tensor, double gain) ->
                    new ScaledMatrix(new Matrix(tensor.values(), rows, columns), (float) gain);
        };
    }

    /// Row by row: a large matrix takes longer than a retired run may.
    private static void fill(float value, FMatrixRMaj out, Cancellation cancellation) {
        for (int i = 0; i < out.numRows; i++) {
            cancellation.throwIfCancelled();
            Arrays.fill(out.data, i * out.numCols, (i + 1) * out.numCols, value);
        }
    }

    private static void identity(float scale, FMatrixRMaj out, Cancellation cancellation) {
        fill(0, out, cancellation);
        for (int i = 0; i < Math.min(out.numRows, out.numCols); i++) {
            out.set(i, i, scale);
        }
    }

    private ScaledMatrix independent(
            UnitDraw unit,
            double scale,
            RandomStream stream,
            FMatrixRMaj out,
            Cancellation cancellation) {
        return scaled(new Drawing.Independent(unit, stream), scale, out, cancellation);
    }

    private ScaledMatrix scaled(
            Drawing drawing, double scale, FMatrixRMaj out, Cancellation cancellation) {
        float[] unit = unitDraws.get(drawing, out.getNumElements(), out.data, cancellation);
        return new ScaledMatrix(new Matrix(unit, out.numRows, out.numCols), (float) scale);
    }

    private void scale(float factor, float[] unit, FMatrixRMaj out, Cancellation cancellation) {
        kernel.scale(factor, unit, out.data, 0, out.getNumElements(), cancellation);
    }
}
