package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Step;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidths(new LayerWidths.Same(5, 100));

    @TempDir Path folder;

    private void write(Path file, Consumer<Step> progress, Cancellation cancellation)
            throws IOException {
        SignalLab lab = new SignalLab();
        DrawnNetwork<SignalSettings> network = lab.network().orElseThrow();
        try (Kernel kernel = Kernels.scalar(1)) {
            NetworkFile.write(
                    file,
                    network,
                    new Question<>(SMALL, lab.opening()),
                    kernel,
                    progress,
                    cancellation);
        }
    }

    @Test
    void aDrawnNetworkIsWrittenLayerByLayer() throws IOException {
        Path path = folder.resolve("net.safetensors");
        List<String> steps = new ArrayList<>();
        write(path, step -> steps.add(step.label()), Cancellation.NEVER);
        assertEquals(5, steps.stream().filter(each -> each.matches("layer \\d of 5")).count());
        try (WeightFile file = WeightFile.open(path)) {
            assertEquals(10, file.tensors().size());
            assertEquals(List.of(100L, 100L), file.tensors().get(8).shape());
        }
    }

    /// While the third layer is written.
    @Test
    void whatIsGivenUpLeavesTheFileAsItWas() throws IOException {
        Path path = Files.writeString(folder.resolve("net.safetensors"), "before");
        List<Step> steps = new ArrayList<>();
        assertThrows(
                CancelledException.class, () -> write(path, steps::add, () -> steps.size() >= 3));
        assertEquals(3, steps.size());
        assertEquals("before", Files.readString(path));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(path), left.toList());
        }
    }
}
