package dev.weightscope.theory;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import java.util.ArrayList;
import java.util.List;

/// What theory needs to know of a batch of inputs.
///
/// @param meanSquare of all numbers, the input scale included
/// @param correlation the mean over pairs of samples of their cosine
/// @param correlationVariance the variance of that cosine over pairs
/// @param rowLogVariance the variance over samples of the logarithm of one sample's mean square
/// @param isDrawn whether the inputs are drawn anew with each seed
record InputStatistics(
        double meanSquare,
        double correlation,
        double correlationVariance,
        double rowLogVariance,
        boolean isDrawn) {
    /// Of so many rows all pairs are looked at; of a longer file, of so many spread over it.
    private static final int ROWS_FOR_PAIRS = 64;

    /// Var(x²) / E(x²)² of a normal and of a uniform variable.
    private static final double NORMAL = 2;

    private static final double UNIFORM = 0.8;

    /// Drawn inputs are independent, so that a cosine has mean 0 and variance 1 / features; a file
    /// is measured.
    static InputStatistics of(Experiment experiment) {
        double meanSquare = meanSquare(experiment);
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> drawn(experiment, meanSquare, NORMAL);
            case Input.Uniform _ -> drawn(experiment, meanSquare, UNIFORM);
            case Input.Table(DataTable data) ->
                    measured(rows(data, experiment.effectiveSamples()), data.columns(), meanSquare);
        };
    }

    /// The mean square alone; the rest is 0.
    static InputStatistics sizeOf(Experiment experiment) {
        return new InputStatistics(meanSquare(experiment), 0, 0, 0, true);
    }

    private static double meanSquare(Experiment experiment) {
        double scale = experiment.inputScale() * experiment.inputScale();
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> scale;
            case Input.Uniform _ -> scale / 3;
            case Input.Table(DataTable data) ->
                    scale * meanSquare(rows(data, experiment.effectiveSamples()));
        };
    }

    private static InputStatistics drawn(
            Experiment experiment, double meanSquare, double squareVariance) {
        double features = experiment.inputWidth();
        return new InputStatistics(meanSquare, 0, 1 / features, squareVariance / features, true);
    }

    private static float[] rows(DataTable data, int count) {
        float[] values = new float[count * data.columns()];
        data.copyValues(0, values.length, values);
        return values;
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }

    private static InputStatistics measured(float[] values, int columns, double meanSquare) {
        List<double[]> directions = directions(values, columns);
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < directions.size(); i++) {
            for (int j = 0; j < i; j++) {
                double cosine = product(directions.get(i), directions.get(j));
                sum += cosine;
                squares += cosine * cosine;
                pairs++;
            }
        }
        double mean = pairs == 0 ? 0 : sum / pairs;
        double variance = pairs == 0 ? 0 : Math.max(0, squares / pairs - mean * mean);
        return new InputStatistics(meanSquare, mean, variance, logVariance(values, columns), false);
    }

    /// Rows of length 1; those of zeros have no direction and are left out.
    private static List<double[]> directions(float[] values, int columns) {
        int count = values.length / columns;
        int looked = Math.min(count, ROWS_FOR_PAIRS);
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < looked; i++) {
            int from = (int) ((long) i * count / looked) * columns;
            double[] row = new double[columns];
            for (int k = 0; k < columns; k++) {
                row[k] = values[from + k];
            }
            double length = Math.sqrt(product(row, row));
            if (length > 0) {
                for (int k = 0; k < columns; k++) {
                    row[k] /= length;
                }
                directions.add(row);
            }
        }
        return directions;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    /// Of the rows that are not all 0.
    private static double logVariance(float[] values, int columns) {
        double sum = 0;
        double squares = 0;
        int rows = 0;
        for (int row = 0; row < values.length; row += columns) {
            double square = 0;
            for (int i = row; i < row + columns; i++) {
                square += (double) values[i] * values[i];
            }
            if (square > 0) {
                double log = Math.log(square);
                sum += log;
                squares += log * log;
                rows++;
            }
        }
        return rows == 0 ? 0 : Math.max(0, squares / rows - sum / rows * (sum / rows));
    }
}
