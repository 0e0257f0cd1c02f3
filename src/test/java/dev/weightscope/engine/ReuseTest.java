package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.option.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is known is not computed again, and nobody can tell from the numbers.
class ReuseTest {
    private static final int WIDTH = 20;
    private static final int SAMPLES = 200;
    private static final int STEPS = 150;
    private static final int WEIGHTS = WIDTH * WIDTH;
    private static final int INPUTS = SAMPLES * WIDTH;
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(WIDTH).withSamples(SAMPLES).withDepth(10);

    private final CountingKernel kernel = new CountingKernel();
    private final Engine engine = new Engine(kernel);

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void aDrawIsMadeOnce() {
        record Step(UnaryOperator<Experiment> change, long drawn) {}
        StandardInitializer normal = StandardInitializer.of(InitializerScheme.NORMAL);
        List<Step> steps =
                List.of(
                        new Step(e -> e, INPUTS + 10 * WEIGHTS),
                        new Step(e -> e.withGain(2), 0),
                        new Step(
                                e ->
                                        e.withInitializer(
                                                StandardInitializer.of(
                                                        InitializerScheme.HE_UNIFORM)),
                                0),
                        new Step(e -> e.withActivation(Activation.of(ActivationFunction.RELU)), 0),
                        new Step(e -> e.withFormat(NumberFormat.FLOAT16), 0),
                        new Step(e -> e.withFormat(NumberFormat.BFLOAT16), 0),
                        new Step(e -> e.withBinning(e.binning().withBins(20)), 0),
                        new Step(e -> e.withDepth(12), 2 * WEIGHTS),
                        new Step(e -> e.withDepth(4), 0),
                        new Step(e -> e.withDepth(12).withGain(1), 0),
                        new Step(e -> e.withSamples(SAMPLES / 2), 0),
                        new Step(e -> e.withSamples(2 * SAMPLES), INPUTS),
                        new Step(e -> e.withInitializer(normal), 12 * WEIGHTS),
                        new Step(
                                e -> e.withInitializer(normal.with(InitializerParameter.STD, 0.3)),
                                0),
                        new Step(e -> e.withWidth(WIDTH / 2), 0),
                        new Step(
                                e -> e.withWidth(WIDTH + 1).withSamples(1),
                                12 * ((WIDTH + 1) * (WIDTH + 1) - WEIGHTS)),
                        new Step(e -> e.withBias(new Bias(BiasKind.NORMAL, 1)), 12 * (WIDTH + 1)),
                        new Step(e -> e.withBias(new Bias(BiasKind.NORMAL, 3)), 0));
        Experiment experiment = SMALL;
        int checked = 0;
        for (Step step : steps) {
            experiment = step.change().apply(experiment);
            kernel.reset();
            run(experiment);
            assertEquals(step.drawn(), kernel.drawn, "step " + checked + ": " + experiment);
            checked++;
        }
        assertEquals(18, checked);
    }

    @Test
    void orthogonalMatricesAndSparseMasksAreDrawsToo() {
        for (InitializerScheme scheme :
                List.of(InitializerScheme.ORTHOGONAL, InitializerScheme.SPARSE)) {
            Experiment experiment = SMALL.withInitializer(StandardInitializer.of(scheme));
            run(experiment);
            kernel.reset();
            run(experiment.withGain(3));
            assertEquals(0, kernel.drawn, scheme.key());
            assertEquals(10, kernel.products, "no product but those of the layers");
        }
    }

    @Test
    void fewerLayersCostNothingAndMoreCostTheNewOnes() {
        run(SMALL.withDepth(40));
        kernel.reset();
        assertSame(SMALL.withDepth(10), run(SMALL.withDepth(10)));
        assertSame(SMALL.withDepth(30), run(SMALL.withDepth(30)));
        assertEquals(0, kernel.products);
        assertEquals(0, kernel.surveys);
        assertSame(SMALL.withDepth(45), run(SMALL.withDepth(45)));
        assertEquals(5, kernel.products);
        assertEquals(15, kernel.surveys);
    }

    @Test
    void theLayersBeforeAChangeKeepTheirStatistics() {
        run(SMALL.withWidths(LayerWidths.Listed.parse("20,15,15,15,5")));
        kernel.reset();
        Experiment changed = SMALL.withWidths(LayerWidths.Listed.parse("20,15,15,8,5"));
        assertSame(changed, run(changed));
        assertEquals(4, kernel.products, "the signal is gone");
        assertEquals(2 * 3, kernel.surveys);
    }

    @Test
    void weightsAreSurveyedOnce() {
        run(SMALL);
        kernel.reset();
        run(SMALL.withActivation(Activation.of(ActivationFunction.RELU)));
        run(SMALL.withBias(new Bias(BiasKind.CONSTANT, 1)));
        assertEquals(2 * 10 * 2, kernel.surveys);
    }

    @Test
    void aRetiredRunLeavesWhatItFoundOut() {
        assertThrows(CancelledException.class, () -> engine.run(SMALL, () -> kernel.surveys > 12));
        assertSame(SMALL, run(SMALL));
        assertTrue(kernel.surveys <= 31 + 3, "surveys " + kernel.surveys);
    }

    @Test
    void aRunRetiredInsideALayerIsTakenUpInFrontOfIt() {
        record Case(UnaryOperator<Experiment> change, int products) {}
        Experiment listed = SMALL.withWidths(LayerWidths.Listed.parse("20,15,15,15,15,15"));
        List<Case> cases =
                List.of(
                        new Case(e -> e, 2),
                        new Case(
                                e -> e.withWidths(LayerWidths.Listed.parse("20,15,15,15,15,900")),
                                2),
                        new Case(
                                e -> e.withWidths(LayerWidths.Listed.parse("20,15,15,15,9,15")), 2),
                        new Case(
                                e -> e.withWidths(LayerWidths.Listed.parse("20,15,15,9,15,15")), 5),
                        new Case(e -> e.withSeed(9), 5));
        int checked = 0;
        for (Case each : cases) {
            Engine fresh = new Engine(kernel);
            kernel.reset();
            assertThrows(
                    CancelledException.class, () -> fresh.run(listed, () -> kernel.products == 4));
            kernel.reset();
            Experiment next = each.change().apply(listed);
            assertSame(next, fresh.run(next, Cancellation.NEVER));
            assertEquals(each.products(), kernel.products, next.toString());
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aRunRetiredInTheSurveyOfALayerIsTakenUpInFrontOfIt() {
        int upToTheWeightsOfTheFifthLayer = 1 + 5 * 3;
        assertThrows(
                CancelledException.class,
                () -> engine.run(SMALL, () -> kernel.surveys == upToTheWeightsOfTheFifthLayer));
        assertEquals(5, kernel.products);
        kernel.reset();
        assertSame(SMALL, run(SMALL));
        assertEquals(6, kernel.products, "the fifth layer anew, and the five behind it");
    }

    @Test
    void drawsThatDoNotFitAreNotKeptAndTheOthersAre() {
        Engine tight =
                new Engine(
                        kernel,
                        new MemoryBudget(1L << 30, Float.BYTES * (INPUTS + 4L * WEIGHTS + 1)));
        tight.run(SMALL, Cancellation.NEVER);
        kernel.reset();
        tight.run(SMALL.withGain(2), Cancellation.NEVER);
        assertEquals(6 * WEIGHTS, kernel.drawn);
        tight.run(SMALL.withSeed(2), Cancellation.NEVER);
        kernel.reset();
        tight.run(SMALL.withSeed(2).withGain(2), Cancellation.NEVER);
        assertEquals(6 * WEIGHTS, kernel.drawn, "those of the first seed are dropped");
    }

    @Test
    void anExperimentThatNeedsTheMemoryTakesItFromTheDraws() {
        long need = MemoryEstimate.of(SurveyQuestion.of(SMALL, Passes.FORWARD)).bytes();
        Engine tight = new Engine(kernel, new MemoryBudget(need + Float.BYTES * WEIGHTS, 1L << 30));
        tight.run(SMALL.withSamples(1), Cancellation.NEVER);
        assertSame(SMALL, tight.run(SMALL, Cancellation.NEVER));
        kernel.reset();
        tight.run(SMALL.withGain(2), Cancellation.NEVER);
        assertEquals(INPUTS + 9 * WEIGHTS, kernel.drawn, "there is room for one layer's");
    }

    /// On vectors and several threads, while the plain form computes each alone.
    @Test
    void aWalkThroughExperimentsGivesTheBitsOfEachAlone() {
        try (Kernel vectors = Kernels.choose(Kernels.Choice.VECTOR, 3)) {
            walk(
                    new Engine(
                            vectors,
                            new MemoryBudget(1L << 30, 40_000),
                            new SpeedEstimate(Duration.ZERO)));
        }
    }

    private void walk(Engine walker) {
        Random random = new Random(5);
        Experiment experiment = SMALL.withWidth(60).withSamples(1500).withDepth(6);
        List<Snapshot> previews = new ArrayList<>();
        int checked = 0;
        for (; checked < STEPS; checked++) {
            experiment = step(experiment, random);
            if (checked % 10 == 0) {
                experiment = experiment.withWidth(60).withSamples(1500); // worth a preview
            }
            Passes passes = List.of(Passes.values()).get(random.nextInt(2));
            if (random.nextInt(10) == 0) {
                AtomicInteger looks = new AtomicInteger(random.nextInt(100));
                Experiment retired = experiment;
                try {
                    walker.run(
                            retired,
                            passes,
                            () -> looks.decrementAndGet() < 0,
                            _ -> {},
                            random.nextBoolean() ? previews::add : null);
                } catch (CancelledException _) {
                    // as meant, unless it was done sooner
                }
                experiment = step(experiment, random);
            }
            assertSame(
                    experiment,
                    passes,
                    walker.run(experiment, passes, Cancellation.NEVER, _ -> {}, previews::add));
        }
        assertEquals(STEPS, checked);
        for (Snapshot preview : previews) {
            assertSame(
                    preview.experiment().withSamples(preview.samples()),
                    preview.hasGradients() ? Passes.THERE_AND_BACK : Passes.FORWARD,
                    preview);
        }
        assertTrue(previews.size() > 4, previews.size() + " previews");
    }

    @Test
    void aPreviewRestsOnTheFirstSamplesAndSaysOnHowMany() {
        record Case(Experiment experiment, int samples) {}
        Experiment wide = SMALL.withWidth(300).withDepth(2).withSamples(1000);
        List<Case> cases =
                List.of(
                        new Case(wide, 55),
                        new Case(wide.withWidth(100), 164),
                        new Case(wide.withWidths(LayerWidths.Listed.parse("300,300,100")), 164));
        Engine impatient =
                new Engine(
                        kernel,
                        new MemoryBudget(1L << 30, 1L << 20),
                        new SpeedEstimate(Duration.ZERO));
        for (Case each : cases) {
            List<Snapshot> previews = new ArrayList<>();
            Experiment experiment = each.experiment();
            Snapshot whole =
                    impatient.run(
                            experiment, Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
            assertEquals(1, previews.size());
            Snapshot preview = previews.getFirst();
            assertEquals(each.samples(), preview.samples());
            assertEquals(experiment, preview.experiment());
            assertFalse(preview.isComplete());
            assertEquals(experiment.withSamples(each.samples()).caption(), preview.caption());
            assertSame(experiment.withSamples(each.samples()), preview);
            assertTrue(whole.isComplete());
            assertSame(experiment, whole);
        }
        assertEquals(3, cases.size());
    }

    @Test
    void thereIsNoPreviewWhereItWouldNotPay() {
        List<Snapshot> previews = new ArrayList<>();
        Experiment wide = SMALL.withWidth(300).withDepth(2).withSamples(1000);
        new Engine(kernel, new MemoryBudget(1L << 30, 0), new SpeedEstimate(Duration.ofHours(1)))
                .run(wide, Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
        Engine impatient =
                new Engine(
                        kernel,
                        new MemoryBudget(1L << 30, 1L << 20),
                        new SpeedEstimate(Duration.ZERO));
        impatient.run(
                wide.withSamples(100), Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
        impatient.run(
                wide.withWidth(10), Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
        impatient.run(wide, Cancellation.NEVER);
        impatient.run(wide, Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
        assertEquals(List.of(), previews);
    }

    /// Another value of any option, small enough for many runs: what an experiment is asked with is
    /// listed in one place, so that a new option is walked too.
    private static Experiment step(Experiment e, Random random) {
        List<Option<Experiment, ?>> options = ExperimentOptions.ALL.list();
        while (true) {
            try {
                Experiment changed =
                        options.get(random.nextInt(options.size())).withSample(e, random);
                if (!changed.equals(e) && isSmall(changed)) {
                    return changed;
                }
            } catch (Refusal _) {
                // a list of widths beside a table of another width: try another
            }
        }
    }

    private static boolean isSmall(Experiment e) {
        return e.depth() <= 6
                && e.widths().width() <= 90
                && e.inputWidth() <= 90
                && e.effectiveSamples() <= 2000;
    }

    private Snapshot run(Experiment experiment) {
        return engine.run(experiment, Cancellation.NEVER);
    }

    private void assertSame(Experiment expected, Snapshot actual) {
        assertSame(expected, Passes.FORWARD, actual);
    }

    /// As an engine says that knows nothing.
    private void assertSame(Experiment expected, Passes passes, Snapshot actual) {
        int products = kernel.products;
        int surveys = kernel.surveys;
        long drawn = kernel.drawn;
        Snapshot alone =
                new Engine(kernel, new MemoryBudget(1L << 40, 0))
                        .run(expected, passes, Cancellation.NEVER);
        assertEquals(alone.samples(), actual.samples());
        assertEquals(alone.input(), actual.input());
        assertEquals(alone.layers(), actual.layers());
        kernel.products = products;
        kernel.surveys = surveys;
        kernel.drawn = drawn;
    }
}
