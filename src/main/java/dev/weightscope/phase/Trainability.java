package dev.weightscope.phase;

import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.training.Optimizer;
import dev.weightscope.training.OptimizerSettings;
import dev.weightscope.training.Reduction;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Scope;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.TrainingPlan;
import java.util.Optional;

/// Whether networks are trained all over a map, where, and how.
///
/// @param isMeasured whether they are
/// @param weights σ_w² of those that are; empty for twelve that lie evenly on the map
/// @param biases σ_b²; empty for six from the lowest on
/// @param training on what, and how; its draws are networks at each place
public record Trainability(
        boolean isMeasured,
        Optional<GridAxis> weights,
        Optional<GridAxis> biases,
        TrainingSettings training) {
    /// More would not be told apart on a map, and take hours.
    static final int MOST_PLACES = 2500;

    private static final int COLUMNS = 12;
    private static final int ROWS = 6;

    /// What Schoenholz et al. (2017, arXiv 1611.01232, §5) do with larger images: 200 steps of
    /// gradient descent.
    static final Trainability DEFAULT =
            new Trainability(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    TrainingSettings.DEFAULT
                            .withData("digits")
                            .withDraws(1)
                            .withPlan(
                                    new TrainingPlan(
                                            new OptimizerSettings(Optimizer.SGD, 0.01),
                                            Reduction.MEAN,
                                            64,
                                            SampleOrder.SHUFFLED,
                                            200,
                                            StopRules.NONE,
                                            Scope.BATCH)));

    /// @throws Refusal if there are too many places
    public Trainability {
        int columns = weights.map(GridAxis::count).orElse(COLUMNS);
        int rows = biases.map(GridAxis::count).orElse(ROWS);
        if ((long) columns * rows > MOST_PLACES) {
            throw new Refusal(
                    "networks at %d × %d places are more than %d; fewer places would do"
                            .formatted(columns, rows, MOST_PLACES));
        }
    }

    Trainability measured(boolean isOn) {
        return new Trainability(isOn, weights, biases, training);
    }

    Trainability withWeights(Optional<GridAxis> other) {
        return new Trainability(isMeasured, other, biases, training);
    }

    Trainability withBiases(Optional<GridAxis> other) {
        return new Trainability(isMeasured, weights, other, training);
    }

    Trainability withTraining(TrainingSettings other) {
        return new Trainability(isMeasured, weights, biases, other);
    }

    /// Where networks are trained on a map: each in the middle of its share of σ_w², from the
    /// lowest σ_b² on.
    Places on(GridAxis mapWeights, GridAxis mapBiases) {
        double half = (mapWeights.high() - mapWeights.low()) / COLUMNS / 2;
        double step = (mapBiases.high() - mapBiases.low()) / ROWS;
        return new Places(
                weights.orElseGet(() ->
                        new GridAxis(mapWeights.low() + half, mapWeights.high() - half, COLUMNS)),
                biases.orElseGet(
                        () -> new GridAxis(mapBiases.low(), mapBiases.high() - step, ROWS)));
    }
}
