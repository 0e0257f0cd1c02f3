package dev.weightscope.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    private static final String WIDTHS = "--widths 30,20,20,20,20,20,10 --initializer ";

    @Test
    void everySnippetDrawsByTheLawOfTheProgram() {
        int checked = 0;
        for (Experiment experiment : experiments()) {
            for (int layer = 1; layer <= experiment.depth(); layer++) {
                for (Framework framework : Framework.values()) {
                    String text = Snippets.layer(framework, experiment, layer);
                    Law expected = experiment.weightLaw(layer);
                    assertSame(
                            expected.isZero(experiment.fanIn(layer), experiment.fanOut(layer))
                                    ? new Law.Constant(0)
                                    : expected,
                            new SnippetReader(text).law(),
                            text);
                    assertTrue(text.chars().allMatch(each -> each < 128), text);
                    checked++;
                }
            }
        }
        assertEquals(6 * 4 * (3 * 27 + 12 + 8 + 9), checked);
    }

    /// Every scheme, with a gain, a slope and branches; every mode and distribution; and what makes
    /// all weights 0.
    private static List<Experiment> experiments() {
        List<String> texts = new ArrayList<>();
        for (InitializerScheme scheme : InitializerScheme.values()) {
            texts.add(scheme.key());
            texts.add(scheme.key() + " --gain 1.7 --skip two --seed -3");
            texts.add(scheme.key() + " --gain 1e-5 --activation leaky-relu --slope 0.2 --skip one");
        }
        for (FanMode mode : FanMode.values()) {
            for (Distribution distribution : Distribution.values()) {
                texts.add(
                        "variance-scaling --scale 2.5 --gain 3 --mode %s --distribution %s"
                                .formatted(mode.key(), distribution.key()));
            }
            texts.add("he-normal --gain 0.3 --mode " + mode.key());
            texts.add("he-uniform --mode " + mode.key());
        }
        texts.addAll(
                List.of(
                        "truncated-normal --cut 1.5 --std 0.3",
                        "truncated-normal --cut 3 --gain 2",
                        "sparse --sparsity 0.33",
                        "sparse --sparsity 1",
                        "variance-scaling --scale 0",
                        "variance-scaling --scale 1e-7",
                        "truncated-normal --std 0",
                        "constant --value -2.5",
                        "xavier-normal --gain 0"));
        return texts.stream().map(text -> ExperimentText.parse(WIDTHS + text)).toList();
    }

    /// Kinds and whole numbers exactly, the rest to rounding.
    private static void assertSame(Law expected, Law found, String text) {
        assertEquals(expected.getClass(), found.getClass(), text);
        double[] wanted = numbers(expected);
        double[] read = numbers(found);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], read[i], 1e-14 * Math.abs(wanted[i]), text);
        }
    }

    private static double[] numbers(Law law) {
        return switch (law) {
            case Law.Constant(double value) -> new double[] {value};
            case Law.Identity(double scale) -> new double[] {scale};
            case Law.Normal(double std) -> new double[] {std};
            case Law.Uniform(double limit) -> new double[] {limit};
            case Law.TruncatedNormal(double std, double cut) -> new double[] {std, cut};
            case Law.Orthogonal(double scale) -> new double[] {scale};
            case Law.LayerSequential(double scale) -> new double[] {scale};
            case Law.Sparse(double sparsity, double std) -> new double[] {sparsity, std};
            case Law.Custom _, Law.Loaded _ -> throw new IllegalArgumentException(law.text());
        };
    }

    @Test
    void aFrameworksOwnInitializerIsCalledByItsName() {
        assertEquals(
                """
                import torch

                # He normal, gain 1
                # W ~ N(0, s^2), s = g * sqrt(2 / ((1 + slope^2) * fan_in))
                # Layer 2 of 3; W is fan_out x fan_in: y = x @ W.T + b
                fan_in, fan_out = 100, 100
                torch.manual_seed(42)
                W = torch.empty(fan_out, fan_in)
                torch.nn.init.kaiming_normal_(W, mode="fan_in", nonlinearity="relu")
                b = torch.zeros(fan_out)
                """,
                layer(
                        Framework.PYTORCH,
                        "--widths 784,100,100,10 --activation relu --initializer he-normal"));
    }

    @Test
    void anotherLawOfTheSameNameIsNotTaken() {
        assertEquals(
                """
                import keras

                # Xavier normal, gain 1.5
                # W ~ N(0, s^2), s = g * sqrt(2 / (fan_in + fan_out))
                # Layer 9 of 10; W is fan_in x fan_out: y = x @ W + b
                fan_in, fan_out = 500, 500
                seed = 42
                # Not Keras's Glorot normal, which is cut at two stds.
                initializer = keras.initializers.VarianceScaling(1.0, "fan_avg", "untruncated_normal", seed=seed)
                W = 1.5 * initializer((fan_in, fan_out))
                b = keras.initializers.Zeros()((fan_out,))
                """,
                layer(Framework.KERAS, "--initializer xavier-normal --gain 1.5"));
    }

    @Test
    void whatAFrameworkLacksIsDrawnByHand() {
        assertEquals(
                """
                import numpy as np

                # Flax Dense default, gain 1
                # W ~ N(0, s^2) cut at +-2 * s, s = g * sqrt(1 / fan_in) / 0.8796
                # Layer 9 of 10; W is fan_in x fan_out: y = x @ W + b
                fan_in, fan_out = 500, 500
                rng = np.random.default_rng(42)
                s = np.sqrt(1 / fan_in) / 0.8796256610342398
                # NumPy has no truncated normal: what lies beyond the cut is drawn again.
                W = rng.standard_normal((fan_in, fan_out))
                while (far := np.abs(W) > 2).any():
                    W[far] = rng.standard_normal(far.sum())
                W = (s * W).astype(np.float32)
                b = np.zeros(fan_out, np.float32)
                """,
                layer(Framework.NUMPY, "--initializer flax-dense"));
    }

    @Test
    void biasesAndFormatAreTheExperiments() {
        assertEquals(
                """
                import math

                import jax
                import jax.numpy as jnp

                # PyTorch Linear default, gain 1
                # W ~ U(-a, a), a = g * sqrt(1 / fan_in)
                # Layer 9 of 10; W is fan_in x fan_out: y = x @ W + b
                fan_in, fan_out = 500, 500
                key = jax.random.key(42)
                initializer = jax.nn.initializers.variance_scaling(1 / 3, "fan_in", "uniform")
                W = initializer(key, (fan_in, fan_out), jnp.float32)
                bound = 1 / math.sqrt(fan_in)
                b = jax.random.uniform(jax.random.fold_in(key, 1), (fan_out,), jnp.float32, -bound, bound)
                W, b = W.astype(jnp.bfloat16), b.astype(jnp.bfloat16)
                """,
                layer(Framework.JAX, "--initializer pytorch-linear --format bfloat16"));
    }

    @Test
    void aLayerThatIsNotThereIsRefused() {
        assertEquals(
                "layer 11 is not in 1..10",
                assertThrows(
                                Refusal.class,
                                () -> Snippets.layer(Framework.JAX, Experiment.DEFAULT, 11))
                        .getMessage());
    }

    private static String layer(Framework framework, String text) {
        Experiment experiment = ExperimentText.parse(text);
        return Snippets.layer(framework, experiment, experiment.explainedLayer());
    }
}
