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
    ///
    /// @param checkpoint called for every row and pair of rows that is looked at; may throw to end
    ///   the work
    static InputStatistics of(Experiment experiment, Runnable checkpoint) {
        double meanSquare = meanSquare(experiment, checkpoint);
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> drawn(experiment, meanSquare, NORMAL);
            case Input.Uniform _ -> drawn(experiment, meanSquare, UNIFORM);
            case Input.Table(DataTable data) ->
                    measured(data, experiment.effectiveSamples(), meanSquare, checkpoint);
        };
    }

    /// The mean square alone; the rest is 0.
    static InputStatistics sizeOf(Experiment experiment, Runnable checkpoint) {
        return new InputStatistics(meanSquare(experiment, checkpoint), 0, 0, 0, true);
    }

    private static double meanSquare(Experiment experiment, Runnable checkpoint) {
        double scale = experiment.inputScale() * experiment.inputScale();
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> scale;
            case Input.Uniform _ -> scale / 3;
            case Input.Table(DataTable data) ->
                    scale * meanSquare(data, experiment.effectiveSamples(), checkpoint);
        };
    }

    private static InputStatistics drawn(
            Experiment experiment, double meanSquare, double squareVariance) {
        double features = experiment.inputWidth();
        return new InputStatistics(meanSquare, 0, 1 / features, squareVariance / features, true);
    }

    private static double meanSquare(DataTable data, int rows, Runnable checkpoint) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            checkpoint.run();
            sum += data.sumOfSquares(i);
        }
        return sum / ((double) rows * data.columns());
    }

    private static InputStatistics measured(
            DataTable data, int rows, double meanSquare, Runnable checkpoint) {
        List<double[]> directions = directions(data, rows, checkpoint);
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < directions.size(); i++) {
            for (int j = 0; j < i; j++) {
                checkpoint.run();
                double cosine = product(directions.get(i), directions.get(j));
                sum += cosine;
                squares += cosine * cosine;
                pairs++;
            }
        }
        double mean = pairs == 0 ? 0 : sum / pairs;
        double variance = pairs == 0 ? 0 : Math.max(0, squares / pairs - mean * mean);
        return new InputStatistics(
                meanSquare, mean, variance, logVariance(data, rows, checkpoint), false);
    }

    /// Rows of length 1; those of zeros have no direction and are left out.
    private static List<double[]> directions(DataTable data, int rows, Runnable checkpoint) {
        int looked = Math.min(rows, ROWS_FOR_PAIRS);
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < looked; i++) {
            checkpoint.run();
            double[] row = data.row((int) ((long) i * rows / looked));
            double length = Math.sqrt(product(row, row));
            if (length > 0) {
                for (int k = 0; k < row.length; k++) {
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
    private static double logVariance(DataTable data, int rows, Runnable checkpoint) {
        double sum = 0;
        double squares = 0;
        int counted = 0;
        for (int i = 0; i < rows; i++) {
            checkpoint.run();
            double square = data.sumOfSquares(i);
            if (square > 0) {
                double log = Math.log(square);
                sum += log;
                squares += log * log;
                counted++;
            }
        }
        double mean = sum / counted;
        return counted == 0 ? 0 : Math.max(0, squares / counted - mean * mean);
    }
}
