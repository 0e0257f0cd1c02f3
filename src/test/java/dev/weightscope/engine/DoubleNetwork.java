package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.Normalization;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.PassQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// An experiment's network by its definitions, in double, on the weights and inputs that the
/// product draws: L = Σ cotangent · output. Any value on the way can be moved, so that gradients
/// are differences of L.
final class DoubleNetwork {
    private final Experiment experiment;
    private final double[][] input;
    private final double[][] cotangent;
    private final List<double[][]> weights = new ArrayList<>();

    /// The tensor that is moved.
    enum Moved {
        PRE_ACTIVATION,
        OUTPUT,
        WEIGHT
    }

    /// One value of a layer, moved by a step.
    record Move(Moved tensor, int layer, int row, int column, double step) {}

    /// @param experiment with constant biases, in float32
    DoubleNetwork(Experiment experiment, Kernel kernel) {
        this.experiment = experiment;
        PassQuestion question = SurveyQuestion.of(experiment, Passes.FORWARD).pass();
        ForwardPass pass = new ForwardPass(kernel);
        Batch batch = new Batch();
        pass.prepare(question, 0, Cancellation.NEVER);
        pass.begin(question.input(), question.largestSignal(), batch, Cancellation.NEVER);
        input = doubles(batch.signal());
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            pass.passThrough(question.layer(layer), batch, null, Cancellation.NEVER);
            weights.add(doubles(pass.weights().multiplied(Cancellation.NEVER)));
        }
        int units = experiment.fanOut(experiment.depth());
        float[] drawn = new float[experiment.samples() * units];
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(experiment.seed(), 0, Purpose.COTANGENT),
                0,
                drawn,
                0,
                drawn.length,
                Cancellation.NEVER);
        cotangent = doubles(new Matrix(drawn, experiment.samples(), units));
    }

    /// ∂L by every value of a tensor, by central differences.
    ///
    /// @return rows × columns
    double[][] gradient(Moved tensor, int layer, double step) {
        int rows = tensor == Moved.WEIGHT ? experiment.fanIn(layer) : experiment.samples();
        double[][] gradient = new double[rows][experiment.fanOut(layer)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < gradient[i].length; j++) {
                double above = loss(new Move(tensor, layer, i, j, step));
                double below = loss(new Move(tensor, layer, i, j, -step));
                gradient[i][j] = (above - below) / (2 * step);
            }
        }
        return gradient;
    }

    /// RMS of the activations of each layer.
    List<Double> outputRms() {
        List<Double> all = new ArrayList<>();
        run(new Move(Moved.OUTPUT, 1, 0, 0, 0), all);
        return all;
    }

    private double loss(Move move) {
        double[][] output = run(move, new ArrayList<>());
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < output[i].length; j++) {
                sum += cotangent[i][j] * output[i][j];
            }
        }
        return sum;
    }

    private double[][] run(Move move, List<Double> outputRms) {
        Activation phi = experiment.activation();
        Normalization normalization = experiment.architecture().normalization();
        double[][] signal = input;
        double[][] skipped = input;
        for (LayerPlace place : experiment.places()) {
            double[][] entering = signal;
            if (place.role().beginsBranch()) {
                skipped = signal;
                entering = normalized(signal, normalization);
            }
            double[][] z =
                    product(
                            entering,
                            moved(weights.get(place.layer() - 1), Moved.WEIGHT, place, move));
            z = moved(biased(z), Moved.PRE_ACTIVATION, place, move);
            double[][] output =
                    switch (place.role()) {
                        case PLAIN -> activated(normalized(z, normalization), phi);
                        case FIRST_OF_BRANCH -> activated(z, phi);
                        case WHOLE_BRANCH -> sum(skipped, place.branchScale(), activated(z, phi));
                        case LAST_OF_BRANCH -> sum(skipped, place.branchScale(), z);
                    };
            signal = moved(output, Moved.OUTPUT, place, move);
            outputRms.add(rms(signal));
        }
        return signal;
    }

    static double rms(double[][] values) {
        return Math.sqrt(all(values).map(value -> value * value).average().orElseThrow());
    }

    static DoubleStream all(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream);
    }

    private static double[][] moved(double[][] values, Moved tensor, LayerPlace place, Move move) {
        if (move.tensor() != tensor || move.layer() != place.layer()) {
            return values;
        }
        double[][] copy = values.clone();
        copy[move.row()] = copy[move.row()].clone();
        copy[move.row()][move.column()] += move.step();
        return copy;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] out = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < out[i].length; j++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    private double[][] biased(double[][] z) {
        double bias = (float) experiment.bias().scale();
        return Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(value -> value + bias).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] activated(double[][] z, Activation phi) {
        return Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(phi::value).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] sum(double[][] skipped, double scale, double[][] branch) {
        double[][] out = new double[skipped.length][skipped[0].length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] = skipped[i][j] + scale * branch[i][j];
            }
        }
        return out;
    }

    private static double[][] normalized(double[][] values, Normalization normalization) {
        return switch (normalization) {
            case NONE -> values;
            case BATCH -> transposed(standardized(transposed(values)));
            case LAYER -> standardized(values);
            case RMS -> {
                double[][] out = new double[values.length][];
                for (int i = 0; i < values.length; i++) {
                    out[i] = divided(values[i], 0, meanSquare(values[i]));
                }
                yield out;
            }
        };
    }

    /// Each row to mean 0 and variance 1.
    private static double[][] standardized(double[][] values) {
        double[][] out = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            double mean = DoubleStream.of(values[i]).average().orElseThrow();
            double[] centred = DoubleStream.of(values[i]).map(value -> value - mean).toArray();
            out[i] = divided(values[i], mean, meanSquare(centred));
        }
        return out;
    }

    private static double[] divided(double[] values, double mean, double meanSquare) {
        double std = Math.sqrt(meanSquare + Normalization.EPSILON);
        return DoubleStream.of(values).map(value -> (value - mean) / std).toArray();
    }

    private static double meanSquare(double[] values) {
        return DoubleStream.of(values).map(value -> value * value).average().orElseThrow();
    }

    private static double[][] transposed(double[][] values) {
        double[][] out = new double[values[0].length][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                out[j][i] = values[i][j];
            }
        }
        return out;
    }

    private static double[][] doubles(Matrix matrix) {
        double[][] out = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                out[i][j] = matrix.values()[i * matrix.columns() + j];
            }
        }
        return out;
    }
}
