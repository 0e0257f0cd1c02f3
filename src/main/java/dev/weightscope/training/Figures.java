package dev.weightscope.training;

import java.util.ArrayList;
import java.util.List;

/// The figures of a run by step, each in an array of its own that is as long as the run may become.
final class Figures {
    final double[] loss;
    final double[] accuracy;
    final double[] testLoss;
    final double[] testAccuracy;
    final List<OfLayer> layers = new ArrayList<>();
    final List<StepHistograms> histograms = new ArrayList<>();
    final List<StepPlane> planes = new ArrayList<>();

    static final class OfLayer {
        final double[] activationStd;
        final double[] gradientStd;
        final double[] weightRms;
        final double[] updateRatio;

        OfLayer(int length) {
            activationStd = new double[length];
            gradientStd = new double[length];
            weightRms = new double[length];
            updateRatio = new double[length];
        }

        /// @param looks at how many steps the signal was looked at
        /// @param gradients at how many the gradient was
        /// @param steps that are taken
        LayerCurves curves(int looks, int gradients, int steps) {
            return new LayerCurves(
                    new Curve(activationStd, looks),
                    new Curve(gradientStd, gradients),
                    new Curve(weightRms, looks),
                    new Curve(updateRatio, steps));
        }
    }

    /// @param steps of the plan
    /// @param depth of which layers are looked at; 0 for none
    Figures(int steps, boolean hasAccuracy, boolean isTested, int depth) {
        int length = steps + 1;
        loss = new double[length];
        accuracy = new double[hasAccuracy ? length : 0];
        testLoss = new double[isTested ? length : 0];
        testAccuracy = new double[isTested && hasAccuracy ? length : 0];
        for (int layer = 0; layer < depth; layer++) {
            layers.add(new OfLayer(length));
        }
    }

    /// @param length of the curve; an array of no steps gives an empty one
    static Curve curve(double[] values, int length) {
        return new Curve(values, Math.min(length, values.length));
    }
}
