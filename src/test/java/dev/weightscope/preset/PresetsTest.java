package dev.weightscope.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void theyAreTheElevenOfTheSourcesFiveOfGradientsAndSixOfTraining() {
        assertEquals(
                List.of(
                        "exercise-uniform",
                        "exercise-xavier-sqrt2",
                        "exercise-xavier",
                        "too-small",
                        "relu-xavier",
                        "relu-he",
                        "mlp-784-he",
                        "exploding-chain",
                        "vanishing-chain",
                        "one-wide-layer",
                        "zeros",
                        "batch-norm-explodes",
                        "pre-norm-residual",
                        "residual-unscaled",
                        "gpt2-mlp",
                        "saturated-exploding",
                        "train-notebook",
                        "train-notebook-sgd",
                        "train-blog",
                        "train-fifty",
                        "train-spirals",
                        "train-saturated"),
                Presets.all().stream().map(Preset::key).toList());
    }

    @Test
    void eachSaysInTwoSentencesWhatToLookFor() {
        for (Preset preset : Presets.all()) {
            assertTrue(
                    preset.lookFor().matches("[^.]+(\\.\\d[^.]*)*\\. [A-Z][^.]+(\\.\\d[^.]*)*\\."),
                    preset.lookFor());
        }
    }

    @Test
    void whatIsSetBesideAPresetDiffersInOneThing() {
        int checked = 0;
        for (Preset preset : Presets.all()) {
            for (Preset.Compared each : preset.compared()) {
                Set<String> changed = words(each.experiment());
                changed.removeAll(words(preset.experiment()));
                // another law may bring its own number with it
                changed.removeIf(word -> preset.scene().isPresent() && word.startsWith("std "));
                assertTrue(changed.size() <= 1, preset.key() + ": " + changed);
                assertNotEquals(preset.experiment(), each.experiment());
                checked++;
            }
        }
        assertEquals(24, checked);
    }

    /// Its options, each with its value.
    private static Set<String> words(Experiment experiment) {
        return Arrays.stream(ExperimentText.format(experiment).split("--"))
                .map(String::strip)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void anUnknownKeyIsOneSentence() {
        String sentence = assertThrows(Refusal.class, () -> Presets.find("he")).getMessage();
        assertTrue(
                String.valueOf(sentence)
                        .startsWith("preset \"he\" is unknown; there are: exercise-uniform,"),
                sentence);
    }
}
