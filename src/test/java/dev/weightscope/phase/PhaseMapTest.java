package dev.weightscope.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.plane.MapView;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.theory.PhaseField;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The grid of a map, where what it shows jumps, and what its parts are called.
class PhaseMapTest {
    private static PhaseAnswer answer(ActivationFunction activation, GridAxis weights) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new PhaseLab()
                    .solver(kernel, MemoryBudget.ofHeap())
                    .solve(
                            new Question<>(
                                    Experiment.DEFAULT.withActivation(Activation.of(activation)),
                                    new PhaseSettings(
                                            PhaseQuantity.CHI, weights, new GridAxis(0, 0.3, 31))),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }

    @Test
    void valuesOfAnAxisAreTheNearestToTheDecimalsThatAreMeant() {
        assertEquals(
                List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
                new GridAxis(0, 1, 11).points());
        assertEquals(List.of(0.8, 0.9, 1.0, 1.1), new GridAxis(0.8, 1.1, 4).points());
        assertEquals(List.of(0.0, 1 / 3.0, 2 / 3.0, 1.0), new GridAxis(0, 1, 4).points());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i / 1000.0, new GridAxis(0, 0.999, 1000).at(i));
        }
    }

    /// A GELU network's signal grows without end from a σ_w² on that depends on σ_b², between
    /// points of the grid.
    @Test
    void theBorderOfWhatGrowsWithoutEndLiesBetweenPointsOfTheGrid() {
        GridAxis weights = new GridAxis(0, 4, 33);
        PhaseGrid grid = answer(ActivationFunction.GELU, weights).grid();
        PhaseField field =
                PhaseField.of(
                        Experiment.DEFAULT
                                .withActivation(Activation.of(ActivationFunction.GELU))
                                .activation());
        double before = Double.POSITIVE_INFINITY;
        for (int row = 0; row < 31; row++) {
            double b = grid.biases().at(row);
            double w = grid.border().get(row);
            assertEquals(Double.POSITIVE_INFINITY, field.at(w, b).variance());
            assertTrue(Double.isFinite(field.at(w - 0.125 / 1000, b).variance()), "row " + row);
            assertTrue(w <= before, "more bias, less weight: row " + row);
            before = w;
        }
        assertTrue(grid.border().stream().distinct().count() > 15, grid.border()::toString);
        assertTrue(
                answer(ActivationFunction.TANH, weights).grid().border().stream()
                        .allMatch(each -> each == Double.POSITIVE_INFINITY));
    }

    @Test
    void aPartOfTheMapIsNamedWhereItIsOrNotAtAll() {
        Object[][] table = {
            {ActivationFunction.TANH, new GridAxis(0, 4, 41), "ORDERED CHAOTIC"},
            {ActivationFunction.TANH, new GridAxis(1.2, 1.8, 41), "ORDERED"},
            {ActivationFunction.TANH, new GridAxis(0.2, 0.9, 41), "ORDERED"},
            {ActivationFunction.TANH, new GridAxis(3, 4, 41), "CHAOTIC"},
            {ActivationFunction.RELU, new GridAxis(0, 4, 41), "ORDERED NO FIXED LENGTH"},
            {ActivationFunction.RELU, new GridAxis(2.1, 3, 41), "NO FIXED LENGTH"},
            {ActivationFunction.GELU, new GridAxis(0, 4, 41), "ORDERED NO FIXED LENGTH"},
            {ActivationFunction.SOFTPLUS, new GridAxis(0, 4, 41), "ORDERED NO FIXED LENGTH"},
        };
        for (Object[] row : table) {
            PhaseAnswer answer = answer((ActivationFunction) row[0], (GridAxis) row[1]);
            List<MapView.Region> regions = MapRegions.of(answer);
            assertEquals(
                    row[2], String.join(" ", regions.stream().map(MapView.Region::name).toList()));
            PhaseField field = PhaseField.of(answer.experiment().activation());
            for (MapView.Region each : regions) {
                assertEquals(
                        each.name().equals("ORDERED"),
                        field.at(each.x(), each.y()).chi() < 1,
                        each.toString());
                assertEquals(
                        each.name().equals("NO FIXED LENGTH"),
                        Double.isInfinite(field.at(each.x(), each.y()).variance()),
                        each.toString());
            }
        }
        assertEquals(8, table.length);
    }
}
