package dev.weightscope.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void theyAreTheElevenOfTheSources() {
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
                        "zeros"),
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
    void onlyTheWideLayerIsSetBesideAnother() {
        for (Preset preset : Presets.all()) {
            List<String> compared =
                    preset.compared().stream()
                            .map(each -> ExperimentText.format(each.experiment()))
                            .toList();
            assertEquals(
                    preset.key().equals("one-wide-layer")
                            ? List.of(
                                    "--widths 625,10000 --samples 100 --activation linear"
                                            + " --initializer normal --std 0.04")
                            : List.of(),
                    compared);
        }
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
