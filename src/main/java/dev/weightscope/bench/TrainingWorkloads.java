package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.training.Optimizer;
import dev.weightscope.training.OptimizerSettings;
import dev.weightscope.training.Reduction;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Scope;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingPlan;
import dev.weightscope.training.TrainingSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The networks that learn, with their data.
final class TrainingWorkloads {
    private static final int IMAGES = 1600;
    private static final int POINTS = 32;
    private static final double LARGEST_BYTE = 255;

    private TrainingWorkloads() {}

    static WorkloadRun notebook(Kernel kernel) {
        double[][] rows = rows("breast_cancer.csv");
        standardize(rows);
        return new TrainingSteps(
                kernel,
                start("30,20,10,1", ActivationFunction.TANH, InitializerScheme.XAVIER_UNIFORM),
                plan(0.01, 0, Reduction.SUM),
                set(rows, rows.length, 2));
    }

    static WorkloadRun images(Kernel kernel) {
        double[][] rows = rows("mnist2000.csv.gz");
        for (double[] row : rows) {
            for (int j = 0; j < row.length - 1; j++) {
                row[j] /= LARGEST_BYTE;
            }
        }
        return new TrainingSteps(
                kernel,
                start("784,100,100,10", ActivationFunction.RELU, InitializerScheme.HE_NORMAL),
                plan(0.001, 100, Reduction.MEAN),
                set(rows, IMAGES, 10));
    }

    static WorkloadRun points(Kernel kernel) {
        float[] drawn = new float[2 * POINTS];
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(5, 0, Purpose.INPUT),
                0,
                drawn,
                0,
                drawn.length,
                Cancellation.NEVER);
        int[] classes = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            classes[i] = drawn[2 * i] * drawn[2 * i + 1] > 0 ? 1 : 0;
        }
        TrainingData data = new TrainingData("points", 2, drawn, new Target.Classes(2, classes));
        return new TrainingSteps(
                kernel,
                start("2,8,8,1", ActivationFunction.TANH, InitializerScheme.XAVIER_UNIFORM),
                plan(0.01, 0, Reduction.MEAN),
                TrainingSet.of(data, TestSplit.NONE));
    }

    private static Experiment start(
            String widths, ActivationFunction activation, InitializerScheme initializer) {
        return Experiment.DEFAULT
                .withWidths(LayerWidths.Listed.parse(widths))
                .withActivation(Activation.of(activation))
                .withInitializer(StandardInitializer.of(initializer))
                .withBias(Bias.DEFAULT.withKind(BiasKind.ZERO));
    }

    private static TrainingPlan plan(double rate, int batch, Reduction reduction) {
        return new TrainingPlan(
                new OptimizerSettings(Optimizer.ADAM, rate),
                reduction,
                batch,
                SampleOrder.GIVEN,
                100,
                StopRules.NONE,
                Scope.BATCH);
    }

    /// @param count how many rows are taken; the last column is the class
    private static TrainingSet set(double[][] rows, int count, int classes) {
        int features = rows[0].length - 1;
        float[] values = new float[count * features];
        int[] target = new int[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < features; j++) {
                values[i * features + j] = (float) rows[i][j];
            }
            target[i] = (int) rows[i][features];
        }
        return TrainingSet.of(
                new TrainingData(
                        "data of the program",
                        features,
                        values,
                        new Target.Classes(classes, target)),
                TestSplit.NONE);
    }

    /// To mean 0 and population std 1, of each column but the last.
    private static void standardize(double[][] rows) {
        for (int j = 0; j < rows[0].length - 1; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j];
            }
            double mean = sum / rows.length;
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[j] - mean) * (row[j] - mean);
            }
            double std = Math.sqrt(squares / rows.length);
            for (double[] row : rows) {
                row[j] = (row[j] - mean) / std;
            }
        }
    }

    /// Of a table that comes with the program, behind its header.
    private static double[][] rows(String name) {
        try (InputStream file =
                        Objects.requireNonNull(
                                TrainingWorkloads.class.getResourceAsStream(
                                        "/dev/weightscope/assets/data/" + name),
                                name);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        name.endsWith(".gz") ? new GZIPInputStream(file) : file,
                                        StandardCharsets.UTF_8))) {
            List<double[]> rows = lines.lines().skip(1).map(TrainingWorkloads::numbers).toList();
            return rows.toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        String[] cells = line.split(",", -1);
        double[] numbers = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }
}
