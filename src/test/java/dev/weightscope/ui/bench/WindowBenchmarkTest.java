package dev.weightscope.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.bench.window.AnswerMoments;
import dev.weightscope.bench.window.AnswerMoments.Asked;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.control.Slider;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts the benchmark as a process of its own: the toolkit starts once in a process, and the
/// benchmark is what starts it.
class WindowBenchmarkTest {
    private static final int STEPS = 30;

    @TempDir Path directory;

    /// When a person closes the window.
    enum Closing {
        AT_ONCE,
        WHILE_THE_HAND_MOVES
    }

    @Test
    void aWindowThatIsClosedEndsTheBenchmarkInOneSentence() throws Exception {
        int checked = 0;
        for (Closing closing : Closing.values()) {
            assertEquals(
                    List.of("the window was closed before the benchmark ended"),
                    linesOf(closing.name()),
                    closing.name());
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void aPictureThatWasNeverSeenIsOneSentence() {
        AnswerMoments moments =
                new AnswerMoments(
                        10,
                        List.of(new Asked(3, 0)),
                        List.of(),
                        List.of(),
                        0,
                        new AnswerMoments.Work(List.of(), List.of()));
        assertEquals(
                "the drag of the depth cannot be timed: step 3 was never answered; leave the window"
                        + " in sight",
                assertThrows(
                                IOException.class,
                                () -> WindowBenchmark.figures("drag of the depth", moments))
                        .getMessage());
    }

    private List<String> linesOf(String word) throws Exception {
        Path out = directory.resolve(word);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1", // soon over
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WindowBenchmarkTest.class.getName(),
                                word)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it hangs: " + word);
            return Files.readAllLines(out);
        } finally {
            process.destroyForcibly();
        }
    }

    /// The other end: prints why the benchmark failed.
    ///
    /// @param words when the window is closed
    public static void main(String[] words) {
        Closing closing = Closing.valueOf(words[0]);
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList()
                                                .forEach(window -> close(window, closing));
                                    }
                                });
        try {
            EngineSettings plain = EngineSettings.standard().withKernel(Kernels.Choice.SCALAR);
            new WindowBenchmark(plain).run(STEPS, 0, Passes.FORWARD);
        } catch (IOException failure) {
            System.out.println(failure.getMessage());
        }
        System.exit(0);
    }

    private static void close(Window window, Closing closing) {
        Runnable close =
                () ->
                        Platform.runLater(() ->
                                Event.fireEvent(
                                        window,
                                        new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        switch (closing) {
            case AT_ONCE -> close.run();
            case WHILE_THE_HAND_MOVES ->
                    Platform.runLater(() -> {
                        for (var node : window.getScene().getRoot().lookupAll(".slider")) {
                            if (node instanceof Slider slider) {
                                slider.valueProperty().subscribe(close);
                            }
                        }
                    });
        }
    }
}
