package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.export.NetworkFile;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a network has learnt, saved from the window.
@WindowTest
class TrainedWeightsExportTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab(), new TrainingLab());

    @TempDir Path folder;
    private @Nullable OpenWindow opened;
    private LabState<TrainingSettings, TrainingAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the training lab's
    void start(Stage stage) {
        OpenWindow open = new OpenWindow(stage, LABS);
        opened = open;
        state = (LabState<TrainingSettings, TrainingAnswer>) open.tabs.get(1).state();
        open.session.edit(_ ->
                Experiment.DEFAULT
                        .withDepth(3)
                        .withWidth(8)
                        .withNormalization(Normalization.BATCH));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void whatIsSavedIsWhatTheCommandSaves(FxRobot robot) throws IOException {
        Path file = folder.resolve("net.safetensors");
        open().desktop.choice = file;
        robot.interact(
                () -> state.edit(now -> now.withDraws(1).withPlan(now.plan().withSteps(12))));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        open().await(() ->
                state.live().progress() instanceof Progress.Answered
                        && state.live().isShownCurrent());
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-as-safetensors");
        Label preview = robot.lookup(".table-preview").queryAs(Label.class);
        assertTrue(preview.getText().startsWith("layers.0.weight  8 × 30"), preview.getText());
        assertTrue(preview.getText().endsWith("what norms have learnt"), preview.getText());
        robot.clickOn("Choose place…");
        open().await(() -> !open().notices.told.isEmpty());
        assertEquals(List.of(), open().notices.complaints);

        Path expected = folder.resolve("expected.safetensors");
        Question<TrainingSettings> question =
                Objects.requireNonNull(state.live().shown()).question();
        try (Kernel kernel = Kernels.scalar(1)) {
            NetworkFile.write(
                    expected,
                    new TrainingLab().network().orElseThrow(),
                    question,
                    kernel,
                    _ -> {},
                    Cancellation.NEVER);
        }
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(file));
        assertFalse(robot.lookup("#animation-progress").tryQuery().isPresent());
    }
}
