package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import org.junit.jupiter.api.Test;

class SnippetCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);

    @Test
    void theLayerThatIsAskedForIsPrinted() {
        assertEquals(
                new Outcome(
                        0,
                        """
                        import jax
                        import jax.numpy as jnp

                        # Xavier uniform, gain 1
                        # W ~ U(-a, a), a = g * sqrt(6 / (fan_in + fan_out))
                        # Layer 1 of 3; W is fan_in x fan_out: y = x @ W + b
                        fan_in, fan_out = 30, 20
                        key = jax.random.key(42)
                        initializer = jax.nn.initializers.glorot_uniform()
                        W = initializer(key, (fan_in, fan_out), jnp.float32)
                        b = jnp.zeros((fan_out,), jnp.float32)
                        """,
                        ""),
                run("snippet jax --widths 30,20,20,1 --layer 1"));
    }

    @Test
    void thePresetsTrainingIsPrinted() {
        Outcome outcome = run("snippet pytorch --training --preset train-notebook --steps 40");
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().contains("widths = [30, 20, 10, 1]\n"), outcome.out());
        assertTrue(outcome.out().contains("steps = 40\n"), outcome.out());
    }

    @Test
    void aMistakeIsOneLine() {
        String[][] table = {
            {
                "snippet theano",
                "framework \"theano\" is unknown; there are: numpy, pytorch, keras, jax"
            },
            {"snippet numpy --layer 11", "layer 11 is not in 1..10"},
            {
                "snippet numpy --layer x",
                "layer \"x\" is not a whole number; write for example --layer 1"
            },
            {
                "snippet keras --network",
                "--network is for pytorch and has all layers; write snippet pytorch --network"
            },
            {
                "snippet jax --training",
                "--training is for pytorch and has all layers; write snippet pytorch --training"
            },
            {
                "snippet pytorch --training --data nowhere.csv",
                "data \"nowhere.csv\" is neither breast-cancer, digits, mnist, moons, circles,"
                        + " spirals, blobs nor a file"
            },
        };
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
        }
        assertEquals(6, table.length);
    }

    private static Outcome run(String words) {
        return Outcome.of(words, SCALAR, new FakeWindow(_ -> true));
    }
}
