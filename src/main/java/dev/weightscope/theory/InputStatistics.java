package dev.weightscope.theory;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;

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
    private static final int ROWS_FOR_PAIRS = 100;

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
        int count = values.length / columns;
        int looked = Math.min(count, ROWS_FOR_PAIRS);
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < looked; i++) {
            for (int j = 0; j < i; j++) {
                double cosine =
                        cosine(values, row(i, looked, count), row(j, looked, count), columns);
                if (!Double.isNaN(cosine)) {
                    sum += cosine;
                    squares += cosine * cosine;
                    pairs++;
                }
            }
        }
        if (pairs == 0) {
            return new InputStatistics(meanSquare, 0, 0, 0, false);
        }
        double mean = sum / pairs;
        return new InputStatistics(
                meanSquare,
                mean,
                Math.max(0, squares / pairs - mean * mean),
                logVariance(values, columns),
                false);
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

    private static int row(int i, int looked, int count) {
        return (int) ((long) i * count / looked);
    }

    private static double cosine(float[] values, int first, int second, int columns) {
        double product = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < columns; i++) {
            double x = values[first * columns + i];
            double y = values[second * columns + i];
            product += x * y;
            firstSquares += x * x;
            secondSquares += y * y;
        }
        return product / Math.sqrt(firstSquares * secondSquares);
    }
}
