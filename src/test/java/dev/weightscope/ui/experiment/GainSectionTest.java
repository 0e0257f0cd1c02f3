package dev.weightscope.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdicts;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The first thing that a person sees and drags.
@WindowTest
class GainSectionTest {
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aFreshWindowHasTheFocusOnTheGainAndSaysWhatToDo(FxRobot robot) {
        open.answer();
        assertEquals(open.slider("Gain"), open.stage.getScene().getFocusOwner());
        Node hint = open.window.lookup(".first-hint");
        assertTrue(hint.isVisible());
        robot.type(KeyCode.RIGHT);
        assertTrue(open.session.experiment().gain() > 1);
        assertFalse(hint.isVisible(), "a hint is shown once");
    }

    @Test
    void theZonesAreThoseOfTheVerdict(FxRobot robot) {
        robot.interact(
                () -> open.session.edit(_ -> Experiment.DEFAULT.withWidth(200).withSamples(200)));
        open.await(() -> labels().equals(List.of("vanishes", "fades", "holds", "saturates")));
        record At(double gain, String zone, Kind verdict) {}
        int checked = 0;
        for (At at :
                List.of(
                        new At(0.3, "vanishes", Kind.VANISHING),
                        new At(0.7, "fades", Kind.SHRINKING),
                        new At(1.3, "holds", Kind.STEADY),
                        new At(3, "saturates", Kind.SATURATED_EXPLODING))) {
            robot.interact(() -> open.session.edit(e -> e.withGain(at.gain)));
            assertEquals(at.verdict, Verdicts.of(open.answer()).gravest().kind(), at.zone);
            assertEquals(List.of(at.zone), current());
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void theThreeGainsOfAnActivationAreFoundByTheory(FxRobot robot) {
        MenuButton find = (MenuButton) open.window.lookup("#find-gain");
        robot.interact(() -> open.session.edit(_ -> ExperimentText.parse("--activation relu")));
        open.await(() ->
                texts(find)
                        .equals(
                                List.of(
                                        "By mean-field theory",
                                        "Hold the RMS of the activations: 1.414",
                                        "Hold the std of the activations: 1.713",
                                        "Hold the RMS of the gradient: 1.414")));
        robot.interact(() -> find.getItems().get(2).fire());
        assertEquals(Math.sqrt(2 / (1 - 1 / Math.PI)), open.session.experiment().gain(), 1e-9);
        robot.interact(open.session::undo);
        assertEquals(1, open.session.experiment().gain());
        robot.interact(() -> open.session.edit(e -> e.withNormalization(Normalization.RMS)));
        open.await(() ->
                texts(find)
                        .equals(
                                List.of(
                                        "By mean-field theory",
                                        "No gain changes the signal: RMS norm divides it out"
                                                + " again.")));
        assertTrue(find.getItems().get(1).isDisable());
    }

    /// Above the separator.
    private static List<String> texts(MenuButton menu) {
        return menu.getItems().stream()
                .takeWhile(item -> !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void aRefusedGainIsSaidBelowTheMarksAndForgottenWithIt(FxRobot robot) {
        open.answer();
        robot.interact(() -> open.slider("Gain").requestFocus());
        open.enter("Gain", "-5");
        robot.interact(() -> open.stage.getScene().getRoot().layout());
        Node said = open.window.lookup(".gain-section .message");
        Node marks = open.window.lookup(".gain-section .mark-row");
        assertTrue(said.isVisible());
        assertTrue(
                marks.getBoundsInParent().getMaxY() <= said.getBoundsInParent().getMinY(),
                marks.getBoundsInParent() + " and " + said.getBoundsInParent());
        robot.interact(() -> open.slider("Gain").requestFocus());
        assertEquals("1", open.field("Gain").getText());
        assertFalse(said.isVisible());
    }

    @Test
    void whereNoGainChangesAnythingThatIsSaidAndNothingOfTheory(FxRobot robot) {
        robot.interact(() ->
                open.session.edit(e ->
                        e.withInitializer(StandardInitializer.of(InitializerScheme.CONSTANT))));
        open.await(() -> labels().isEmpty());
        robot.interact(() ->
                open.session.edit(
                        e -> e.withInitializer(StandardInitializer.of(InitializerScheme.ZEROS))));
        String sentence = "No gain changes weights that are all 0.";
        open.await(() -> open.isShowing(sentence));
        robot.interact(() -> open.stage.getScene().getRoot().layout());
        Label note =
                open.window.lookupAll(".zone-label").stream()
                        .map(Label.class::cast)
                        .filter(label -> label.getText().equals(sentence))
                        .findFirst()
                        .orElseThrow();
        assertEquals(sentence, ((Text) note.lookup(".text")).getText(), "cut off");
    }

    @Test
    void wordsOfZonesDoNotLieOverOneAnother(FxRobot robot) {
        robot.interact(() ->
                open.session.edit(_ ->
                        Experiment.DEFAULT
                                .withActivation(
                                        Experiment.DEFAULT
                                                .activation()
                                                .withFunction(ActivationFunction.RELU))
                                .withWidth(64)
                                .withSamples(64)));
        open.await(() -> labels().contains("explodes"));
        Set<String> seen = new TreeSet<>();
        for (double gain = 0.2; gain < 5; gain *= 1.15) {
            double now = gain;
            robot.interact(() -> open.session.edit(e -> e.withGain(now)));
            seen.addAll(current());
            List<Node> words =
                    open.window.lookupAll(".zone-label").stream()
                            .filter(word -> word.isVisible() && !((Label) word).getText().isEmpty())
                            .sorted(Comparator.comparingDouble(Node::getLayoutX))
                            .toList();
            for (int i = 1; i < words.size(); i++) {
                double end = words.get(i - 1).getBoundsInParent().getMaxX();
                assertTrue(end <= words.get(i).getLayoutX(), words + " at " + gain);
            }
        }
        assertEquals(Set.of("explodes", "fades", "grows", "holds", "vanishes"), seen);
    }

    @Test
    void zonesFollowAndWhileTheyAreLateTheyAreFaint(FxRobot robot) {
        open.await(() -> labels().contains("holds"));
        List<String> shallow = labels();
        // A thousand different layers: longer than patience lasts.
        String widths =
                IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> Integer.toString(2 + i % 7))
                        .collect(Collectors.joining(","));
        robot.interact(
                () -> open.session.edit(e -> e.withWidths(LayerWidths.Listed.parse(widths))));
        open.await(() -> !labels().equals(shallow));
        open.await(() -> faint().isEmpty());
        robot.interact(() -> open.session.edit(_ -> OpenWindow.SMALL));
        open.await(() -> labels().equals(shallow));
        assertEquals(List.of(), faint());
    }

    private List<Node> faint() {
        return open.window.lookupAll(".zone-labels").stream()
                .filter(each ->
                        each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("faint")))
                .toList();
    }

    private List<String> labels() {
        return open.window.lookupAll(".zone-label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> current() {
        return open.window.lookupAll(".zone-label").stream()
                .filter(label ->
                        label.getPseudoClassStates()
                                .contains(PseudoClass.getPseudoClass("current")))
                .map(label -> ((Label) label).getText())
                .toList();
    }
}
