package dev.weightscope.race;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Runs the presets for the training lab, with one draw of each setting, and holds each to its two
/// sentences.
class TrainingPresetsTest {
    @Test
    void withAdamEvenLowLearns() {
        Map<String, RunState> runs = run("train-notebook", settings -> settings.withDraws(1));
        int xavier = requireNonNull(runs.get("Xavier uniform")).goalStep().orElseThrow();
        int low = requireNonNull(runs.get("Low")).goalStep().orElseThrow();
        assertTrue(xavier < low && low < 100, xavier + " " + low);
        RunState large = requireNonNull(runs.get("Large"));
        assertTrue(large.loss().at(0) > 10 && large.loss().last() > 0.7 * large.loss().at(0));
        assertTrue(saturated(large) > 0.9);
        assertEquals(4, runs.size());
    }

    @Test
    void withSgdLowStaysWhereTheOutputBiasHasLearnt() {
        Map<String, RunState> runs = run("train-notebook-sgd", settings -> settings.withDraws(1));
        assertEquals(0.66, requireNonNull(runs.get("Low")).loss().last(), 0.005);
        assertTrue(requireNonNull(runs.get("Low")).stuck());
        int xavier = requireNonNull(runs.get("Xavier uniform")).goalStep().orElseThrow();
        assertTrue(xavier <= 60);
        assertTrue(
                requireNonNull(runs.get("Normal, std 1")).goalStep().orElseThrow() > xavier + 50);
        assertEquals(4, runs.size());
    }

    @Test
    void onDigitsHeLearnsAndZerosDoNot() {
        Map<String, RunState> runs =
                run(
                        "train-blog",
                        settings -> settings.withDraws(1).withPlan(settings.plan().withSteps(60)));
        RunState he = requireNonNull(runs.get("He normal"));
        assertEquals(35, he.goalStep().orElseThrow(), 5);
        assertTrue(he.testAccuracy().last() > 0.8);
        RunState zeros = requireNonNull(runs.get("Zeros"));
        assertEquals(Math.log(10), zeros.loss().last(), 0.005);
        assertTrue(zeros.atEnd().orElseThrow().layers().stream().allMatch(each -> each.allZero()));
    }

    @Test
    void batchNormMultipliesTheGradientInEachLayer() {
        Map<String, RunState> runs =
                run("train-fifty", settings -> settings.withPlan(settings.plan().withSteps(1)));
        assertEquals(1.2, growth(requireNonNull(runs.get("Batch norm"))), 0.03);
        assertEquals(1, growth(requireNonNull(runs.get("Layer norm"))), 0.03);
        assertEquals(1, growth(requireNonNull(runs.get("He normal"))), 0.05);
    }

    @Test
    void fiveOfEightStartsUntangleTheSpirals() {
        Map<String, RunState> runs = run("train-spirals", settings -> settings.withDraws(1));
        int before = 0;
        for (String label :
                List.of(
                        "Normal, std 1",
                        "He normal",
                        "Xavier uniform",
                        "PyTorch's default",
                        "Orthogonal")) {
            int step = requireNonNull(runs.get(label)).goalStep().orElseThrow();
            assertTrue(before < step && step <= 200, label + " at step " + step);
            before = step;
        }
        assertEquals(Math.log(2), requireNonNull(runs.get("Zeros")).loss().last(), 1e-6);
        assertEquals(0.66, requireNonNull(runs.get("Normal, std 0.01")).loss().last(), 0.01);
        assertTrue(requireNonNull(runs.get("Large")).loss().last() > 10);
        assertEquals(8, runs.size());
    }

    @Test
    void atOneHundredNothingMoves() {
        Map<String, RunState> runs = run("train-saturated", settings -> settings.withDraws(1));
        RunState large = requireNonNull(runs.get("Large"));
        assertTrue(large.loss().last() > 10);
        assertTrue(saturated(large) > 0.9);
        assertEquals(50, requireNonNull(runs.get("Xavier uniform")).goalStep().orElseThrow(), 10);
    }

    @Test
    void allAreTried() {
        assertEquals(6, Presets.all().stream().filter(each -> each.scene().isPresent()).count());
    }

    /// By layer, on the way from the last hidden one to the second.
    private static double growth(RunState run) {
        List<LayerCurves> layers = run.layers();
        double last = layers.get(layers.size() - 2).gradientStd().at(0);
        double second = layers.get(1).gradientStd().at(0);
        return Math.pow(second / last, 1.0 / (layers.size() - 3));
    }

    private static double saturated(RunState run) {
        List<RunState.LayerAtEnd> layers = run.atEnd().orElseThrow().layers();
        return layers.getFirst().saturatedShare();
    }

    private static Map<String, RunState> run(String key, UnaryOperator<TrainingSettings> smaller) {
        Preset preset = Presets.find(key);
        TrainingSettings settings =
                smaller.apply(Races.settings(preset.options(Races.LAB.key()).orElseThrow()));
        List<Question<TrainingSettings>> questions = new ArrayList<>();
        Map<Experiment, String> labels = new LinkedHashMap<>();
        labels.put(preset.experiment(), preset.experiment().label());
        preset.compared().forEach(each -> labels.put(each.experiment(), each.label()));
        labels.keySet().forEach(each -> questions.add(new Question<>(each, settings)));
        Map<String, RunState> runs = new LinkedHashMap<>();
        for (Named<TrainingSettings, TrainingAnswer> each :
                Races.named(Races.together(questions))) {
            runs.put(labels.get(each.answered().question().experiment()), each.answer().first());
        }
        return runs;
    }
}
