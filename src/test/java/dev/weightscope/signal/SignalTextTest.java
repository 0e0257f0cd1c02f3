package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.export.AnswerJson;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What an answer says to people, where branches or missing draws make it differ from what the
/// names of its numbers suggest.
class SignalTextTest {
    private static final String BRANCHES = "--skip two --width 12 --samples 9 ";

    /// Gradients are told of the ends of the network, and of the layers that are alike.
    @Test
    void eachRatioOfGradientsNamesItsLayers() {
        SignalAnswer answer = solve(BRANCHES + "--depth 6", 1);
        List<String> lines =
                SignalText.format(answer)
                        .lines()
                        .filter(line -> line.startsWith("gradient rms"))
                        .map(line -> line.substring(0, line.indexOf(':', line.indexOf("layer 6"))))
                        .toList();
        assertEquals(List.of("gradient rms, layer 1 : layer 6"), lines.subList(0, 1));
        assertTrue(
                SignalText.format(answer)
                        .contains("\ngradient rms of layers that are alike, 6 back to 2: "));
        assertEquals("gradient growth", new SignalLab().summaries().getLast().head());
    }

    /// A draw that never came is not counted.
    @Test
    void noMoreDrawsAreNamedThanThereAre() {
        SignalAnswer all = solve("--depth 3 --width 12 --samples 9", 5);
        SignalAnswer some =
                SignalAnswer.of(all.snapshot(), all.theory(), 5)
                        .withOthers(all.draws().others().subList(0, 2), Duration.ZERO);
        List<String> lines =
                SignalText.format(some)
                        .lines()
                        .filter(line -> line.contains("draws"))
                        .map(line -> line.trim().replaceAll(" +", " "))
                        .toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.getFirst()
                        .endsWith(
                                " rms, 3 of 5 draws gradient rms theory gradient rms gradient rms,"
                                        + " 3 of 5 draws"),
                lines.getFirst());
        assertEquals("3 of 5 draws", lines.getLast());
    }

    /// With weights of 0 nothing leaves a branch, and the stream is the input.
    @Test
    void aBranchOfZerosIsNoEndOfTheSignal() {
        SignalAnswer answer = solve(BRANCHES + "--depth 4 --initializer zeros", 1);
        Snapshot snapshot = answer.snapshot();
        assertEquals(OptionalInt.of(1), snapshot.firstAllZeroLayer());
        assertEquals(OptionalInt.empty(), snapshot.firstAllZeroStreamLayer());
        assertTrue(SignalText.format(answer).contains("; all zero: nowhere\n"));
        assertEquals(List.of(), SignalEvents.of(snapshot, Direction.FORWARD));
        assertTrue(
                AnswerJson.format(SignalLab.answered(answer)).contains("\"firstAllZeroLayer\":1,"));
    }

    private static SignalAnswer solve(String experiment, int draws) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new SignalLab()
                    .solver(kernel, MemoryBudget.ofHeap())
                    .solve(
                            new Question<>(
                                    ExperimentText.parse(experiment),
                                    new SignalSettings(true, draws > 1, draws)),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }
}
