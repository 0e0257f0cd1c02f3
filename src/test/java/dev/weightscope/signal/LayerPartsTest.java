package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Figure;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerPartsTest {
    private static final String SMALL = "--depth 3 --width 32 --samples 20 --activation relu ";

    @Test
    void theDetailsHoldBothWaysWhereBothWereAskedFor() {
        Object[][] table = {
            {Passes.FORWARD, 3, 2},
            {Passes.THERE_AND_BACK, 6, 3},
        };
        int checked = 0;
        for (Object[] row : table) {
            Snapshot snapshot = run(SMALL, (Passes) row[0]);
            List<Quantity> shown = LayerParts.quantities(snapshot.layer(2));
            assertEquals(row[1], shown.size());
            Figure figure = LayerParts.figure(snapshot, 2);
            assertEquals(row[2], figure.parts().size());
            assertEquals("Layer 2 of 3 · 32 → 32 units", figure.parts().getFirst().heading());
            long told =
                    LayerParts.statistics(snapshot.layer(2)).get(3).stream()
                            .skip(1)
                            .filter(text -> !text.isEmpty())
                            .count();
            assertEquals(shown.size(), told, "a std for each");
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void weightsThatAreFittedToTheInputAreToldTryByTry() {
        Snapshot drawn = run(SMALL, Passes.FORWARD);
        Snapshot fitted =
                new Snapshot(
                        drawn.experiment(),
                        drawn.samples(),
                        drawn.input(),
                        drawn.layers().stream().map(LayerPartsTest::fitted).toList(),
                        drawn.elapsed());
        String fit = "Std of the pre-activations, divided out try by try: 0.583 → 1.02";
        assertEquals(Optional.of(fit), LayerParts.fit(fitted.layer(1)));
        assertEquals(
                "Layer 1 of 3 · 32 → 32 units · " + fit,
                LayerParts.figure(fitted, 1).parts().getFirst().heading());
        assertEquals(Optional.empty(), LayerParts.fit(drawn.layer(1)));
    }

    private static LayerStatistics fitted(LayerStatistics layer) {
        return new LayerStatistics(
                layer.layer(),
                layer.fanIn(),
                layer.fanOut(),
                layer.tensors(),
                layer.flushed(),
                layer.weightsFlushed(),
                List.of(0.58321, 1.0249));
    }

    private static Snapshot run(String text, Passes passes) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new Engine(kernel).run(ExperimentText.parse(text), passes, Cancellation.NEVER);
        }
    }
}
