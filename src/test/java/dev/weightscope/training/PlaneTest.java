package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a network says over a plane of two features.
class PlaneTest {
    private static final int ROWS = 200;
    private static final int LAST = Plane.SIDE - 1;

    /// A class for each sector of the plane, counted from the right against the clock.
    private static TrainingSet sectors(int classes) {
        Random random = new Random(5);
        float[] values = new float[2 * ROWS];
        int[] of = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            of[i] = (int) (angle / (2 * Math.PI) * classes);
            values[2 * i] = (float) Math.cos(angle);
            values[2 * i + 1] = (float) Math.sin(angle);
        }
        return TrainingSet.of(
                new TrainingData("sectors", 2, values, new Target.Classes(classes, of)),
                TestSplit.NONE);
    }

    private static RunState trained(TrainingSet set) {
        try (Kernel kernel = Kernels.scalar(1)) {
            TrainingRun run =
                    new TrainingRun(
                            Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse("2,16,16,1")),
                            TrainingPlan.NOTEBOOK.withSteps(150),
                            set,
                            Detail.HISTOGRAMS,
                            kernel);
            while (!run.hasEnded()) {
                run.step(Cancellation.NEVER);
            }
            return run.state();
        }
    }

    @Test
    void ofTwoClassesTheUpperHalfIsTheFirst() {
        TrainingSet set = sectors(2);
        Plane plane = set.plane().orElseThrow();
        assertEquals(1.2, plane.high(), 0.01);
        assertEquals(-1.2, plane.lowest(), 0.01);
        RunState state = trained(set);
        assertEquals(
                state.histograms().stream().map(StepHistograms::step).toList(),
                state.planes().stream().map(StepPlane::step).toList());
        StepPlane last = state.planes().getLast();
        assertEquals(150, last.step());
        assertEquals(1, last.probabilities().size());
        float[] second = last.probabilities().getFirst();
        assertTrue(second[Plane.SIDE / 2] < 0.1, "above: " + second[Plane.SIDE / 2]);
        assertTrue(second[LAST * Plane.SIDE + Plane.SIDE / 2] > 0.9, "below");
    }

    @Test
    void probabilitiesOfFourClassesAddUpAndEachHasItsQuarter() {
        StepPlane last = trained(sectors(4)).planes().getLast();
        assertEquals(4, last.probabilities().size());
        int[] corners = {
            LAST, 0, LAST * Plane.SIDE, LAST * Plane.SIDE + LAST,
        };
        for (int corner = 0; corner < 4; corner++) {
            float own = last.probabilities().get(corner)[corners[corner]];
            assertTrue(own > 0.9, "class %d: %s".formatted(corner, own));
        }
        for (int cell = 0; cell < Plane.SIDE * Plane.SIDE; cell++) {
            double sum = 0;
            for (float[] each : last.probabilities()) {
                sum += each[cell];
            }
            assertEquals(1, sum, 1e-6);
        }
    }
}
