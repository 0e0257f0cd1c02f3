package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.line.Event;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Snapshot;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdicts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalEventsTest {
    private static final String SMALL = " --width 50 --samples 20";

    /// In the first the signal is infinite where the gradient overflows, but its slopes are 1.
    @Test
    void whatIsMarkedOfAGradientIsWhatTheVerdictSays() {
        record Case(String experiment, String marked, Kind said) {}
        List<Case> cases =
                List.of(
                        new Case(
                                "--activation linear --gain 10 --depth 100",
                                "gradients overflow at layer 61",
                                Kind.GRADIENT_EXPLODING),
                        new Case(
                                "--activation relu --initializer he-normal --gain 10 --depth 100",
                                "NaN: activations not finite",
                                Kind.GRADIENT_NAN));
        for (Case each : cases) {
            Snapshot snapshot = run(each.experiment + SMALL);
            assertEquals(
                    List.of(each.marked),
                    SignalEvents.of(snapshot, Direction.BACKWARD).stream()
                            .map(Event::name)
                            .toList(),
                    each::toString);
            assertEquals(
                    List.of(each.said),
                    Verdicts.of(snapshot).findings().stream()
                            .map(Finding::kind)
                            .filter(kind -> kind.name().startsWith("GRADIENT"))
                            .toList(),
                    each::toString);
        }
        assertEquals(2, cases.size());
    }

    private static Snapshot run(String text) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new Engine(kernel)
                    .run(ExperimentText.parse(text), Passes.THERE_AND_BACK, Cancellation.NEVER);
        }
    }
}
