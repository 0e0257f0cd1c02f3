package dev.weightscope.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every control changes the picture's model, and shows what is in force.
@WindowTest
class ExperimentPanelTest {
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
    void theFormatIsChosenAndTakenBack(FxRobot robot) {
        robot.clickOn("#format-float16");
        assertEquals(NumberFormat.FLOAT16, open.answer().experiment().format());
        robot.interact(() -> robot.lookup("#format-bfloat16").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals(NumberFormat.BFLOAT16, open.answer().experiment().format());
        robot.interact(open.session::undo);
        assertEquals(NumberFormat.FLOAT16, open.answer().experiment().format());
        assertTrue(robot.lookup("#format-float16").queryAs(ToggleButton.class).isSelected());
        assertEquals(
                "Number format float16: 11 significand bits, largest value 65504",
                robot.lookup("#format-float16").query().getAccessibleText());
    }

    /// What is typed into a field, and the part of the experiment that it must change.
    private record Typed(
            String field, String text, Function<Experiment, Object> part, Object value) {}

    @Test
    void everyFieldChangesItsPartOfThePicture(FxRobot robot) {
        open.expandAll();
        robot.interact(
                () -> open.session.edit(e -> e.withBias(e.bias().withKind(BiasKind.NORMAL))));
        List<Typed> cases =
                List.of(
                        new Typed("Depth", "7", Experiment::depth, 7),
                        new Typed("Width", "33", e -> e.widths().width(), 33),
                        new Typed("Samples", "21", Experiment::samples, 21),
                        new Typed("Gain", "5/3", Experiment::gain, 5.0 / 3),
                        new Typed("Bias scale", "0.25", e -> e.bias().scale(), 0.25),
                        new Typed("Input scale", "0.01", Experiment::inputScale, 0.01),
                        new Typed("Bins", "64", e -> e.binning().bins(), 64),
                        new Typed("Seed", "-7", Experiment::seed, -7L),
                        new Typed(
                                "Widths",
                                "24, 8,3",
                                Experiment::widths,
                                new LayerWidths.Listed(List.of(24, 8, 3))));
        int checked = 0;
        for (Typed each : cases) {
            open.enter(each.field, each.text);
            assertEquals(each.value, each.part.apply(open.answer().experiment()), each.field);
            checked++;
        }
        assertEquals(9, checked);
        assertEquals("24,8,3", open.field("Widths").getText());
        open.enter("Widths", "");
        assertEquals(new LayerWidths.Same(2, 8), open.answer().experiment().widths());
    }

    @Test
    void everySliderChangesThePictureAndUndoTakesItBack(FxRobot robot) {
        open.expandAll();
        int checked = 0;
        for (String name : List.of("Depth", "Width", "Samples", "Gain", "Input scale", "Bins")) {
            Experiment before = open.answer().experiment();
            Slider slider = open.slider(name);
            robot.interact(slider::requestFocus);
            robot.type(KeyCode.RIGHT);
            assertNotEquals(before, open.answer().experiment(), name);
            robot.interact(open.session::undo);
            assertEquals(before, open.answer().experiment(), name);
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void theArchitectureIsChosenAndSaysWhichLayersStayPlain(FxRobot robot) {
        open.enter("Depth", "5");
        assertTrue(open.slider("Branch ×").isDisabled());
        robot.interact(() -> toggle(robot, "#norm-layer").fire());
        robot.interact(() -> toggle(robot, "#skip-two").fire());
        Architecture chosen =
                new Architecture(Normalization.LAYER, Skip.TWO, new BranchScale.Factor(1));
        assertEquals(chosen, open.answer().experiment().architecture());
        assertTrue(open.isShowing("Layer 5 is plain: it has no partner."));
        assertFalse(open.slider("Branch ×").isDisabled());
        open.enter("Branch ×", "depth");
        assertEquals(
                chosen.withBranchScale(new BranchScale.Depth()),
                open.answer().experiment().architecture());
        assertEquals("depth", open.field("Branch ×").getText());
        open.enter("Branch ×", "wide");
        assertTrue(open.isShowing("\"wide\" is neither depth nor a number"));
        robot.interact(() -> open.slider("Branch ×").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(
                chosen.withBranchScale(new BranchScale.Factor(0.727)),
                open.answer().experiment().architecture(),
                "a step from 1/√2");
        robot.interact(() -> {
            open.session.undo();
            open.session.undo();
            open.session.undo();
        });
        assertEquals(
                Architecture.PLAIN.withNormalization(Normalization.LAYER),
                open.answer().experiment().architecture());
        assertTrue(toggle(robot, "#skip-none").isSelected());
        assertTrue(toggle(robot, "#norm-layer").isSelected());
        assertFalse(open.isShowing("is plain"));
        open.await(() -> open.isShowing("layer norm divides it out again"));
    }

    private static ToggleButton toggle(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ToggleButton.class);
    }

    @Test
    void theActivationBringsItsFormulaItsSlopeAndItsGain(FxRobot robot) {
        open.pick("Activation", "Leaky ReLU");
        assertEquals("leaky-relu", open.answer().experiment().activation().function().key());
        assertTrue(open.isShowing("φ(x) = x for x > 0"));
        open.enter("Slope", "0.2");
        assertEquals(0.2, open.answer().experiment().activation().negativeSlope());
        open.await(() -> open.isShowing("√(2/(1+a²)) critical"));
        robot.clickOn("√(2/(1+a²)) critical");
        assertEquals(Math.sqrt(2 / (1 + 0.2 * 0.2)), open.answer().experiment().gain());
    }

    @Test
    void theInitializerBringsTheNumbersItReads() {
        open.pick("Initializer", "Variance scaling");
        open.enter("Scale", "2");
        open.pick("Mode", "average");
        open.pick("Distribution", "uniform");
        StandardInitializer initializer =
                (StandardInitializer) open.answer().experiment().initializer();
        assertEquals("variance-scaling", initializer.key());
        assertEquals(2, initializer.parameters().get(InitializerParameter.SCALE));
        assertEquals(FanMode.FAN_AVG, initializer.parameters().mode());
        open.pick("Initializer", "Normal");
        open.enter("Std", "0.01");
        assertEquals("Normal, std 0.01", open.answer().experiment().initializer().label());
    }

    @Test
    void everyInitializerOfTheCatalogueCanBePicked() {
        ComboBox<?> box = open.choice("Initializer");
        assertEquals(InitializerCatalogue.all(), box.getItems());
        int checked = 0;
        for (var entry : InitializerCatalogue.all()) {
            open.pick("Initializer", entry);
            assertEquals(entry.key(), open.answer().experiment().initializer().key());
            checked++;
        }
        assertTrue(checked >= 22, checked + " initializers");
    }

    @Test
    void theBiasSliderShowsTheScaleInForceAndSetsOne() {
        assertEquals("0", open.field("Bias scale").getText());
        open.pick("Bias", "Constant");
        open.enter("Bias scale", "0.5");
        assertEquals(new Bias(BiasKind.CONSTANT, 0.5), open.answer().experiment().bias());
        open.pick("Bias", "Zero");
        assertEquals(BiasKind.ZERO, open.answer().experiment().bias().kind());
        assertEquals("0", open.field("Bias scale").getText());
        open.enter("Bias scale", "0.25");
        assertEquals(new Bias(BiasKind.NORMAL, 0.25), open.answer().experiment().bias());
        open.pick("Bias", "Initializer's own");
        open.enter("Width", "25");
        open.pick("Initializer", "PyTorch Linear default");
        assertEquals("0.2", open.field("Bias scale").getText(), "1/√25");
    }

    @Test
    void theRangeOfTheHistogramsCanBeFixed() {
        open.expandAll();
        open.pick("Range", "Fixed");
        open.enter("From", "-2");
        open.enter("To", "3");
        assertEquals(new BinRange.Fixed(-2, 3), open.answer().experiment().binning().range());
        open.enter("To", "-5");
        assertTrue(open.isShowing("Range -2,-5 is empty"));
        assertEquals(new BinRange.Fixed(-2, 3), open.answer().experiment().binning().range());
        open.pick("Range", "Each layer's own");
        assertEquals(new BinRange.Own(), open.answer().experiment().binning().range());
    }

    @Test
    void nonsenseChangesNothingAndSaysWhy() {
        open.expandAll();
        Experiment before = open.answer().experiment();
        record Nonsense(String field, String text, String sentence) {}
        List<Nonsense> cases =
                List.of(
                        new Nonsense("Depth", "0", "Depth 0 is outside 1..1000."),
                        new Nonsense("Width", "99999", "Width 99999 is outside 1..16384."),
                        new Nonsense("Samples", "1.5", "Samples \"1.5\" is not a whole number"),
                        new Nonsense("Gain", "abc", "Gain \"abc\" is not a number"),
                        new Nonsense("Gain", "-1", "Gain -1 is outside 0..1000000."),
                        new Nonsense("Bins", "1", "Bins 1 is outside 2..1000."),
                        new Nonsense("Seed", "x", "Seed \"x\" is not a whole number"),
                        new Nonsense("Widths", "10,x", "\"x\" is not a whole number"));
        int checked = 0;
        for (Nonsense each : cases) {
            open.enter(each.field, each.text);
            assertTrue(open.isShowing(each.sentence), each.sentence);
            assertEquals(before, open.session.experiment(), each.field);
            checked++;
        }
        assertEquals(8, checked);
    }

    @Test
    void aFoldedHeadingSaysWhatIsNotTheDefault(FxRobot robot) {
        robot.interact(() -> open.session.edit(_ -> Experiment.DEFAULT));
        assertEquals(List.of("", "", ""), marks());
        robot.interact(() ->
                open.session.edit(e ->
                        e.withInputScale(0.01)
                                .withInput(new Input.Uniform())
                                .withSeed(7)
                                .withBinning(e.binning().withBins(64))));
        assertEquals(List.of("Uniform in −1..1 · input × 0.01", "64 bins", "7"), marks());
    }

    @Test
    void theFormulaNamesItsLayerWhereLayersDiffer(FxRobot robot) {
        assertTrue(open.isShowing("Each layer, 24 → 24"));
        open.enter("Widths", "784,100,100,10");
        assertTrue(open.isShowing("Layer 2 of 3, 100 → 100; the others differ"));
        Experiment gpt = ExperimentText.parse("--initializer gpt2 --depth 6 --width 8");
        assertEquals("Each layer, 8 → 8", FormulaBox.explained(gpt));
        assertEquals(
                "Layer 5 of 6 (first of branch 3), 8 → 8; the others differ",
                FormulaBox.explained(gpt.withSkip(Skip.TWO)));
        assertEquals(
                "Each layer, 8 → 8",
                FormulaBox.explained(ExperimentText.parse("--depth 6 --width 8 --skip two")));
        assertEquals(
                "Each layer, 500 → 500", FormulaBox.explained(Experiment.DEFAULT.withDepth(1)));
    }

    /// But for how a file is read: that is asked where its rows are in sight. Weights of a file are
    /// chosen where its tensors are.
    @Test
    void everyOptionOfAnExperimentHasAControl() {
        Set<String> ofSheet =
                Stream.of(
                                DataOptions.SEPARATOR,
                                DataOptions.DECIMAL,
                                DataOptions.HEADER,
                                DataOptions.MISSING,
                                DataOptions.COLUMNS,
                                DataOptions.TARGET,
                                DataOptions.SCALING)
                        .map(Option::key)
                        .collect(Collectors.toSet());
        ofSheet.addAll(Set.of("weights", "tensors", "weights-hash"));
        List<String> without =
                ExperimentOptions.ALL.list().stream()
                        .filter(option -> !ofSheet.contains(option.key()))
                        .map(Option::label)
                        .filter(label ->
                                open.window.lookupAll("*").stream()
                                        .noneMatch(node ->
                                                label.equals(node.getAccessibleText())
                                                        || (node instanceof Labeled labeled
                                                                && label.equals(
                                                                        labeled.getText()))))
                        .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void theNotebooksInitializersSayTheirLimits() {
        List<String> texts = texts(open.choice("Initializer"));
        assertTrue(
                texts.containsAll(List.of("Low (±0.01)", "Large (±100)", "Uniform")),
                texts::toString);
    }

    private static <T> List<String> texts(ComboBox<T> box) {
        return box.getItems().stream().map(box.getConverter()::toString).toList();
    }

    private List<String> marks() {
        return open.window.lookupAll(".folded-section").stream()
                .map(section -> ((FoldedSection) section).marked())
                .toList();
    }
}
