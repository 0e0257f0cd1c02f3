package dev.weightscope.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import org.junit.jupiter.api.Test;

class WeightOptionsTest {
    @Test
    void whatDoesNotGoWithWeightsOfAFileIsSaidInOneSentence() {
        String[][] table = {
            {
                "--weights small-mlp --depth 3",
                "--weights and --depth contradict each other; give --weights alone"
            },
            {
                "--initializer he-normal --weights small-mlp",
                "--weights and --initializer contradict each other; give --weights alone"
            },
            {
                "--weights small-mlp --std 3",
                "--std is for --initializer normal, truncated-normal, sparse; leave it out"
            },
            {"--tensors a,b", "--tensors says nothing without --weights; give that too"},
            {
                "--weights-hash 0123456789abcdef",
                "--weights-hash says nothing without --weights; give that too"
            },
            {
                "--weights small-mlp --weights-hash 12",
                "weights-hash \"12\" is not sixteen hexadecimal digits; leave it out to take any"
                        + " weights"
            },
            {"--weights none.npz", "none.npz does not exist"},
            {
                "--weights small-mlp --input digits",
                "small-mlp takes 784 values, but the input digits has 64 columns"
            },
        };
        for (String[] row : table) {
            assertEquals(
                    row[1],
                    assertThrows(Refusal.class, () -> ExperimentText.parse(row[0]), row[0])
                            .getMessage());
        }
        assertEquals(8, table.length);
    }

    private static Experiment changed(Experiment base, String text) {
        return ExperimentText.apply(base, new SettingsText<>(ExperimentOptions.ALL).values(text));
    }

    private static String widths(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Listed listed ? listed.text() : "";
    }

    @Test
    void aLoadedNetworkIsChangedByOptionsAsADrawnOneIs() {
        Experiment loaded = ExperimentText.parse("--weights small-mlp --gain 2");
        String[][] table = {
            {"--gain 3", "784,256,256,256,128,10"},
            {"--initializer he-normal", "784,256,256,256,128,10"},
            {"--initializer he-normal --widths 3,2", "3,2"},
            {"--tensors fc2.weight,fc4.weight", "256,256,128"},
            {"--weights small-mlp --tensors head.weight", "128,10"},
        };
        for (String[] row : table) {
            assertEquals(row[1], widths(changed(loaded, row[0])), row[0]);
        }
        assertEquals(5, table.length);
    }
}
