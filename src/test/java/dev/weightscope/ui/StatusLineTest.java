package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Step;
import dev.weightscope.run.Answer;
import dev.weightscope.signal.Draws;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.testing.Snapshots;
import dev.weightscope.ui.testing.WindowTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class StatusLineTest {
    private static final Experiment FIRST = Experiment.DEFAULT;

    private final Session session = new Session(FIRST);
    private final LabState<SignalSettings, SignalAnswer> signal =
            new LabState<>(session, "signal", new SignalLab().options());
    private final List<Runnable> changes = new ArrayList<>();
    private String computing = "vector of 16 lanes, 16 threads";
    private StatusLine line;

    @Start
    void start(Stage stage) {
        line = new StatusLine(session, signal.liveProperty(), note(), javafx.util.Duration.ZERO);
        Scene scene = new Scene(new VBox(line), 1000, 40);
        scene.getStylesheets()
                .add(StatusLine.class.getResource("weightscope.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void itSaysOnHowManySamplesThePictureRestsUntilTheAnswerIsWhole(FxRobot robot) {
        assertEquals("10 layers × 500 units × 1000 samples …", work());
        robot.interact(() -> signal.accept(preview(FIRST)));
        assertEquals("10 layers × 500 units × 1000 samples; shown: 64 of 1000 samples …", work());
        robot.interact(() ->
                signal.accept(
                        new Answer.Complete<>(
                                question(FIRST), SignalAnswer.of(Snapshots.answer(FIRST)))));
        assertEquals("10 layers × 500 units × 1000 samples in 21 ms", work());
    }

    @Test
    void itSaysAtWhichLayerOfTheNewNetworkALongRunIs(FxRobot robot) {
        robot.interact(() -> {
            signal.accept(
                    new Answer.Complete<>(
                            question(FIRST), SignalAnswer.of(Snapshots.answer(FIRST))));
            session.edit(e -> e.withDepth(20));
            signal.accept(new Answer.AtStep<>(question(FIRST), new Step("layer", 9, 10)));
        });
        assertEquals("20 layers × 500 units × 1000 samples …", work());
        robot.interact(() ->
                signal.accept(
                        new Answer.AtStep<>(
                                question(session.experiment()), new Step("layer", 3, 20))));
        assertEquals("20 × 500 × 1000; layer 3 of 20 …", work());
        robot.interact(signal::cancel);
        assertEquals("20 layers × 500 units × 1000 samples: cancelled", work());
    }

    @Test
    void itSaysWhatIsComputedBesideOneWayOfOneDraw(FxRobot robot) {
        SignalSettings both = new SignalSettings(true, true, 10);
        robot.interact(() -> signal.edit(_ -> both));
        String asked = "10 layers × 500 units × 1000 samples, there and back × 10 draws";
        assertEquals(asked + " …", work());
        Question<SignalSettings> question = new Question<>(FIRST, both);
        SignalAnswer first =
                SignalAnswer.of(Snapshots.answer(FIRST), Optional.empty(), both.draws());
        SignalAnswer four =
                new SignalAnswer(
                        first.snapshot(),
                        first.theory(),
                        new Draws(10, Collections.nCopies(4, first.draws().done().getFirst())),
                        Duration.ofMillis(400));
        robot.interact(() -> {
            signal.accept(new Answer.Partial<>(question, four));
            signal.accept(
                    new Answer.AtStep<>(question, new Step("draw", 5, 10, Duration.ofMillis(600))));
        });
        assertEquals(
                "10 × 500 × 1000, there and back × 10 draws; draw 5 of 10, 1 s left …", work());
        robot.interact(signal::cancel);
        assertEquals(asked + ": cancelled; shown: 4 of 10 draws", work());
    }

    @Test
    void aSecondAndMoreIsInSeconds(FxRobot robot) {
        record Case(long millis, String time) {}
        List<Case> cases =
                List.of(
                        new Case(0, "1 ms"),
                        new Case(999, "999 ms"),
                        new Case(1000, "1.0 s"),
                        new Case(6127, "6.1 s"));
        Snapshot once = Snapshots.answer(FIRST);
        for (Case each : cases) {
            Duration elapsed = Duration.ofMillis(each.millis);
            Snapshot snapshot = new Snapshot(FIRST, 1000, once.input(), once.layers(), elapsed, 0);
            robot.interact(() ->
                    signal.accept(
                            new Answer.Complete<>(question(FIRST), SignalAnswer.of(snapshot))));
            assertEquals("10 layers × 500 units × 1000 samples in " + each.time, work());
        }
        assertEquals(4, cases.size());
    }

    @Test
    void itSaysHowManyLayersWereComputedTwice(FxRobot robot) {
        Snapshot once = Snapshots.answer(FIRST);
        Snapshot twice = new Snapshot(FIRST, 1000, once.input(), once.layers(), once.elapsed(), 7);
        robot.interact(() ->
                signal.accept(new Answer.Complete<>(question(FIRST), SignalAnswer.of(twice))));
        assertEquals(
                "10 layers × 500 units × 1000 samples in 21 ms; 7 layers computed twice, to fit"
                        + " into the memory",
                work());
    }

    @Test
    void itSaysWhichFormOfTheKernelComputesAlsoAfterAChange(FxRobot robot) {
        assertTrue(texts().contains("vector of 16 lanes, 16 threads"), texts().toString());
        computing = "scalar (too little memory to compile vectors), 16 threads";
        robot.interact(() ->
                signal.accept(
                        new Answer.Complete<>(
                                question(FIRST), SignalAnswer.of(Snapshots.answer(FIRST)))));
        assertTrue(texts().contains(computing), texts().toString());
        computing = "vector of 8 lanes, 16 threads"; // under way, without an answer in between
        robot.interact(() -> changes.forEach(Runnable::run));
        assertTrue(texts().contains(computing), texts().toString());
    }

    @Test
    void itSaysTheSameOfOvertakenPreviewsWhileAHandMovesASlider(FxRobot robot) {
        robot.interact(() -> {
            signal.accept(
                    new Answer.Complete<>(
                            question(FIRST), SignalAnswer.of(Snapshots.answer(FIRST))));
            session.edit(e -> e.withGain(1.1));
        });
        assertEquals("10 layers × 500 units × 1000 samples …", work());
        int checked = 0;
        for (double gain : new double[] {1.2, 1.3, 1.4}) {
            robot.interact(() -> {
                Experiment overtaken = session.experiment();
                session.edit(e -> e.withGain(gain));
                signal.accept(preview(overtaken));
            });
            assertInstanceOf(Progress.Computing.class, signal.live().progress());
            assertEquals(
                    "10 layers × 500 units × 1000 samples; shown: 64 of 1000 samples …", work());
            robot.interact(() -> signal.accept(preview(session.experiment())));
            assertInstanceOf(Progress.Refining.class, signal.live().progress());
            assertEquals(
                    "10 layers × 500 units × 1000 samples; shown: 64 of 1000 samples …", work());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void itChangesOnceAnAnswerWhileEachComesSoon(FxRobot robot) {
        robot.interact(() -> {
            StatusLine patient =
                    new StatusLine(
                            session, signal.liveProperty(), note(), javafx.util.Duration.hours(1));
            List<String> told = new ArrayList<>();
            ((Label) patient.getChildren().get(1)).textProperty().subscribe(text -> told.add(text));
            for (int millis : new int[] {21, 22, 23}) {
                session.edit(e -> e.withGain(1 + millis / 100.0));
                Snapshot once = Snapshots.answer(session.experiment());
                signal.accept(
                        new Answer.Complete<>(
                                question(session.experiment()),
                                SignalAnswer.of(
                                        new Snapshot(
                                                session.experiment(),
                                                1000,
                                                once.input(),
                                                once.layers(),
                                                Duration.ofMillis(millis),
                                                0))));
            }
            String asked = "10 layers × 500 units × 1000 samples";
            assertEquals(
                    List.of(
                            asked + " …", // there was none before the first
                            asked + " in 21 ms",
                            asked + " in 22 ms",
                            asked + " in 23 ms"),
                    told);
        });
    }

    @Test
    void aRefusalThatFollowsAPreviewSaysOnHowManySamplesThePictureRests(FxRobot robot) {
        robot.interact(() -> {
            signal.accept(preview(FIRST));
            session.edit(e -> e.withDepth(1000).withWidth(16_384).withSamples(100_000));
            signal.accept(new Answer.Refused<>(question(session.experiment()), "too large"));
        });
        assertEquals(
                "1000 layers × 16384 units × 100000 samples: refused; shown: 64 of 1000 samples",
                work());
        assertTrue(line.prefWidth(-1) <= 1000, "it is cut off: " + line.prefWidth(-1));
        robot.interact(() -> {
            session.edit(_ -> FIRST);
            signal.accept(
                    new Answer.Complete<>(
                            question(FIRST), SignalAnswer.of(Snapshots.answer(FIRST))));
            session.edit(e -> e.withDepth(1000));
            signal.accept(new Answer.Refused<>(question(session.experiment()), "too large"));
        });
        assertEquals("1000 layers × 500 units × 1000 samples: refused", work());
    }

    @Test
    void itOffersToGiveUpALongRunAndSaysWhatThereIsOfIt(FxRobot robot) {
        SignalSettings settings = new SignalSettings(false, false, 10);
        Question<SignalSettings> asked = new Question<>(FIRST, settings);
        Button cancel = (Button) line.lookup("#cancel-computation");
        assertFalse(cancel.getParent().isVisible());
        robot.interact(() -> {
            line.setOnCancel(signal::cancel);
            signal.edit(_ -> settings);
            signal.accept(
                    new Answer.Partial<>(
                            asked,
                            SignalAnswer.of(
                                    Snapshots.answer(FIRST), Optional.empty(), settings.draws())));
            signal.accept(new Answer.AtStep<>(asked, new Step("draw", 2, 10)));
        });
        assertEquals("10 × 500 × 1000 × 10 draws; draw 2 of 10 …", work());
        robot.clickOn(cancel);
        assertEquals(
                "10 layers × 500 units × 1000 samples × 10 draws: cancelled; shown: 1 of 10 draws",
                work());
        assertFalse(cancel.getParent().isVisible());
    }

    private KernelNote note() {
        return new KernelNote(() -> computing, () -> "a test", changes::add);
    }

    private List<String> texts() {
        return line.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private String work() {
        return ((Label) line.getChildren().get(1)).getText();
    }

    private static Question<SignalSettings> question(Experiment experiment) {
        return new Question<>(experiment, SignalSettings.FORWARD);
    }

    private static Answer<Question<SignalSettings>, SignalAnswer> preview(Experiment experiment) {
        Snapshot whole = Snapshots.answer(experiment);
        return new Answer.Partial<>(
                question(experiment),
                SignalAnswer.of(
                        new Snapshot(
                                experiment, 64, whole.input(), whole.layers(), whole.elapsed())));
    }
}
