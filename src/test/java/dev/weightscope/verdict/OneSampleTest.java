package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.verdict.Verdict.KeyFigure;
import org.junit.jupiter.api.Test;

/// One sample does not tell how a unit varies across samples.
class OneSampleTest {
    private static final Experiment ONE_SAMPLE =
            Experiment.DEFAULT.withWidth(20).withDepth(3).withSamples(1);

    @Test
    void itsPerUnitStdIsUndefinedAndNoVerdictRestsOnIt() {
        for (Kernels.Choice choice : Kernels.Choice.values()) {
            try (Kernel kernel = Kernels.choose(choice, 2)) {
                Snapshot snapshot = new Engine(kernel).run(ONE_SAMPLE, Cancellation.NEVER);
                assertEquals(Double.NaN, snapshot.input().perUnitStd());
                for (LayerStatistics layer : snapshot.layers()) {
                    assertEquals(Double.NaN, layer.preActivation().perUnitStd());
                    assertEquals(Double.NaN, layer.activation().perUnitStd());
                    assertFalse(Double.isNaN(layer.weights().perUnitStd()), "of 20 rows");
                }
                Verdict verdict = Verdicts.of(snapshot);
                assertEquals("– → –", perUnitStd(verdict));
                assertFalse(
                        verdict.findings().stream()
                                .anyMatch(each -> each.kind() == Verdict.Kind.ALIKE),
                        verdict.findings().toString());
            }
        }
    }

    private static String perUnitStd(Verdict verdict) {
        return verdict.figures().stream()
                .filter(figure -> figure.name().equals("Per-unit std"))
                .map(KeyFigure::value)
                .findFirst()
                .orElseThrow();
    }
}
