package dev.weightscope.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JacobianSpectraTest {
    private static double[] values(DepthSpectrum spectrum) {
        double[] values = new double[spectrum.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = spectrum.value(i);
        }
        return values;
    }

    /// var(σ²)/mean(σ²)² = L·(μ₂/μ₁² − 1 − s₁), with s₁ −1 of Gaussian and 0 of orthogonal weights
    /// (Pennington, Schoenholz & Ganguli 2017).
    @Test
    void theVarianceOfSquaresIsPenningtons() {
        int depth = 4;
        int checked = 0;
        for (ActivationFunction function :
                List.of(ActivationFunction.LINEAR, ActivationFunction.RELU)) {
            for (InitializerScheme scheme :
                    List.of(InitializerScheme.LECUN_NORMAL, InitializerScheme.ORTHOGONAL)) {
                double moments = function == ActivationFunction.RELU ? 2 : 1;
                double s1 = scheme == InitializerScheme.ORTHOGONAL ? 0 : -1;
                double expected = depth * (moments - 1 - s1);
                double gain = Math.sqrt(moments);
                double mean = 0;
                for (int seed = 1; seed <= 3; seed++) {
                    Experiment experiment = Jacobians.experiment(function, scheme, depth, 200);
                    mean +=
                            Jacobians.last(experiment.withGain(gain).withSeed(seed))
                                            .relativeVariance()
                                    / 3;
                }
                assertEquals(expected, mean, 1e-6 + 0.12 * expected, function + ", " + scheme);
                checked++;
            }
        }
        assertEquals(4, checked);
    }

    /// Of ReLU as many as units are off in the layer that has most of them off.
    @Test
    void exactZerosFollowFromRankAndNotFromSize() {
        Experiment relu =
                Jacobians.experiment(ActivationFunction.RELU, InitializerScheme.ORTHOGONAL, 6, 100);
        List<DepthSpectrum> found = Jacobians.all(relu.withGain(1.4142));
        int before = 0;
        for (DepthSpectrum spectrum : found) {
            assertTrue(spectrum.zeros() >= Math.max(before, 35), "zeros " + spectrum.zeros());
            assertEquals(0, spectrum.value(spectrum.size() - spectrum.zeros()));
            assertTrue(spectrum.value(spectrum.size() - spectrum.zeros() - 1) > 1e-8);
            assertEquals(Double.POSITIVE_INFINITY, spectrum.condition());
            assertEquals(0, spectrum.rounded());
            before = spectrum.zeros();
        }
        assertEquals(6, found.size());
        assertEquals(
                99,
                Jacobians.last(
                                Jacobians.experiment(
                                        ActivationFunction.TANH,
                                        InitializerScheme.CONSTANT,
                                        3,
                                        100))
                        .zeros());
        DepthSpectrum nothing =
                Jacobians.last(
                        Jacobians.experiment(
                                ActivationFunction.TANH, InitializerScheme.ZEROS, 3, 10));
        assertEquals(10, nothing.zeros());
        assertEquals(Double.NaN, nothing.condition());
        assertEquals(0, nothing.meanSquare());
    }

    @Test
    void aNormTakesOneDirectionOrNoneAndASkipGivesAllBack() {
        Experiment tanh =
                Jacobians.experiment(
                        ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL, 4, 30);
        assertEquals(0, Jacobians.last(tanh).zeros());
        assertEquals(1, Jacobians.last(tanh.withNormalization(Normalization.LAYER)).zeros());
        assertEquals(0, Jacobians.last(tanh.withNormalization(Normalization.RMS)).zeros());
        assertEquals(0, Jacobians.last(tanh.withNormalization(Normalization.BATCH)).zeros());
        Experiment relu =
                Jacobians.experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 4, 30)
                        .withSkip(Skip.TWO);
        assertEquals(List.of(2, 4), relu.streamLayers());
        List<DepthSpectrum> found = Jacobians.all(relu);
        assertEquals(2, found.size());
        assertEquals(0, found.getLast().zeros());
    }

    /// 10⁴⁰⁰ is beyond double, its logarithm is not; so is a signal that grows for 300 layers.
    @Test
    void depthsWhoseProductLeavesTheRangeOfDoubleAreAnswered() {
        Experiment linear =
                Jacobians.experiment(
                        ActivationFunction.LINEAR, InitializerScheme.ORTHOGONAL, 400, 8);
        DepthSpectrum large = Jacobians.last(linear.withGain(10));
        assertEquals(Double.POSITIVE_INFINITY, large.largest());
        assertEquals(400, large.log10(0), 1e-4);
        assertEquals(400, large.log10Quantile(0.5), 1e-4);
        assertEquals(1, large.condition(), 1e-4);
        assertEquals(0, large.relativeVariance(), 1e-6);
        DepthSpectrum small = Jacobians.last(linear.withGain(0.1));
        assertEquals(0, small.largest());
        assertEquals(-400, small.log10(7), 1e-4);
        assertEquals(0, small.zeros());
        Experiment relu =
                Jacobians.experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 300, 50)
                        .withGain(100);
        DepthSpectrum exploding = Jacobians.last(relu);
        assertTrue(exploding.isFinite() && exploding.log10(0) > 500, "" + exploding.log10(0));
    }

    /// Of 40 products of Gaussian matrices the smallest value is far below 1e-15 of the largest.
    @Test
    void aConditionNumberThatRoundingHidesIsThatOfRounding() {
        Experiment gaussian =
                Jacobians.experiment(
                        ActivationFunction.LINEAR, InitializerScheme.LECUN_NORMAL, 40, 64);
        DepthSpectrum last = Jacobians.last(gaussian);
        assertTrue(last.isConditionRounded() && last.rounded() > 10, "rounded " + last.rounded());
        assertEquals(0x1p52 / 8, last.condition(), 1e3);
        assertFalse(Jacobians.all(gaussian).getFirst().isConditionRounded());
    }

    @Test
    void sidesMayDiffer() {
        Experiment listed =
                Jacobians.experiment(ActivationFunction.LINEAR, InitializerScheme.ORTHOGONAL, 3, 10)
                        .withWidths(LayerWidths.Listed.parse("20,40,12,30"));
        List<DepthSpectrum> found = Jacobians.all(listed);
        assertEquals(List.of(20, 12, 20), found.stream().map(DepthSpectrum::size).toList());
        double[] ones = new double[20];
        java.util.Arrays.fill(ones, 1);
        assertArrayEquals(ones, values(found.getFirst()), 1e-6);
        assertEquals(8, found.getLast().zeros());
    }

    /// By the input's number, and of several together.
    @Test
    void severalInputsAreTakenTogether() {
        Experiment tanh =
                Jacobians.experiment(
                        ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL, 3, 20);
        DepthSpectrum third = Jacobians.of(new JacobianQuestion(tanh, 2, 1, List.of(3))).getFirst();
        DepthSpectrum fourth =
                Jacobians.of(new JacobianQuestion(tanh, 3, 1, List.of(3))).getFirst();
        DepthSpectrum both = Jacobians.of(new JacobianQuestion(tanh, 2, 2, List.of(3))).getFirst();
        List<Double> all = new ArrayList<>();
        for (double each : values(third)) {
            all.add(each);
        }
        for (double each : values(fourth)) {
            all.add(each);
        }
        assertEquals(
                all.stream().sorted(java.util.Comparator.reverseOrder()).toList(),
                java.util.Arrays.stream(values(both)).boxed().toList());
        assertEquals(Math.max(third.condition(), fourth.condition()), both.condition());
        assertEquals((third.meanSquare() + fourth.meanSquare()) / 2, both.meanSquare(), 1e-12);
    }

    @Test
    void kernelsAndThreadsGiveTheSameBits() {
        Experiment gelu =
                Jacobians.experiment(ActivationFunction.GELU, InitializerScheme.ORTHOGONAL, 4, 70)
                        .withNormalization(Normalization.BATCH);
        JacobianQuestion question = new JacobianQuestion(gelu, 1, 3, List.of(1, 2, 4));
        try (Kernel scalar = Kernels.scalar(1);
                Kernel auto = Kernels.choose(Kernels.Choice.AUTO, 3)) {
            List<DepthSpectrum> one = Jacobians.of(question, scalar);
            List<DepthSpectrum> other = Jacobians.of(question, auto);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(values(one.get(i)), values(other.get(i)));
            }
        }
    }

    @Test
    void whatIsNoLongerWantedEndsAndTheNextIsAnswered() {
        Experiment tanh =
                Jacobians.experiment(
                        ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL, 5, 64);
        JacobianQuestion question = new JacobianQuestion(tanh, 0, 1, List.of(5));
        try (Kernel kernel = Kernels.scalar(2)) {
            AtomicInteger asked = new AtomicInteger();
            JacobianSpectra spectra = new JacobianSpectra(kernel);
            spectra.compute(
                    question,
                    () -> {
                        asked.incrementAndGet();
                        return false;
                    },
                    _ -> {});
            int all = asked.get();
            assertTrue(all > 500, "asked " + all);
            for (int at : new int[] {1, all / 3, all / 2, all - 5}) {
                AtomicInteger count = new AtomicInteger();
                assertThrows(
                        CancelledException.class,
                        () ->
                                spectra.compute(
                                        question, () -> count.incrementAndGet() >= at, _ -> {}));
            }
            assertEquals(1, Jacobians.of(question, kernel).size());
        }
    }

    @Test
    void weightsHaveSpectraOfTheirOwn() {
        Experiment orthogonal =
                Jacobians.experiment(ActivationFunction.TANH, InitializerScheme.ORTHOGONAL, 3, 40)
                        .withGain(1.5);
        List<WeightSpectrum> found = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            new JacobianSpectra(kernel)
                    .compute(
                            new JacobianQuestion(orthogonal, 0, 1, List.of(3)),
                            Cancellation.NEVER,
                            new JacobianSpectra.Listener() {
                                @Override
                                public void depth(DepthSpectrum depth) {}

                                @Override
                                public void weights(WeightSpectrum weights) {
                                    found.add(weights);
                                }
                            });
        }
        assertEquals(List.of(1, 2, 3), found.stream().map(WeightSpectrum::layer).toList());
        for (WeightSpectrum each : found) {
            assertEquals(1.5, each.largest(), 1e-6);
            assertEquals(1.5, each.smallest(), 1e-6);
            assertEquals(1.5 / Math.sqrt(40), each.std(), 0.01);
        }
    }

    @Test
    void memoryIsKnownBeforeAndRefusedInOneSentence() {
        Experiment wide =
                Jacobians.experiment(
                        ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL, 3, 1024);
        JacobianQuestion question = new JacobianQuestion(wide, 0, 1, List.of(3));
        long bytes = question.need(2).bytes();
        assertTrue(bytes > 10L * 1024 * 1024 * 8 && bytes < 40L * 1024 * 1024 * 8, "" + bytes);
        new MemoryBudget(bytes, 0).open().take(question.need(2));
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> new MemoryBudget(bytes - 1, 0).open().take(question.need(2)));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.startsWith("this Jacobian needs "), sentence);
        assertFalse(sentence.contains("\n"));
    }
}
