package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.PassQuestion;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is said of weights holds for the very weights that the product takes.
class WeightSurveysTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withSamples(3).withWidth(60).withDepth(4);

    /// What the rounding of a weight to float32 makes of a statistic of all of them.
    private static final double ROUNDING = 1e-7;

    private final CountingKernel kernel = new CountingKernel();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void theyAreThoseOfTheWeightsThemselves() {
        int checked = 0;
        for (InitializerScheme scheme : InitializerScheme.values()) {
            for (double gain : new double[] {0, 1e-42, 1e-12, 0.3, 1, 7, 1e6}) {
                Experiment experiment =
                        SMALL.withInitializer(StandardInitializer.of(scheme)).withGain(gain);
                assertHold(experiment, surveyed(experiment), found(experiment));
                checked++;
            }
        }
        assertEquals(InitializerScheme.values().length * 7, checked);
    }

    @Test
    void aFactorCostsNoSurveyWhereTheStatisticsMoveWithIt() {
        record Case(Experiment experiment, int surveysOfWeights) {}
        List<Case> cases =
                List.of(
                        new Case(SMALL.withGain(2), 0),
                        new Case(SMALL.withInitializer(of(InitializerScheme.HE_UNIFORM)), 0),
                        new Case(SMALL.withInitializer(of(InitializerScheme.HE_NORMAL)), 4),
                        new Case(SMALL.withGain(1e-30), 4),
                        new Case(SMALL.withGain(2).withFormat(NumberFormat.FLOAT16), 4),
                        new Case(
                                SMALL.withGain(2)
                                        .withBinning(
                                                SMALL.binning()
                                                        .withRange(new BinRange.Fixed(-1, 1))),
                                4));
        for (Case each : cases) {
            Engine engine = new Engine(kernel);
            engine.run(SMALL, Cancellation.NEVER);
            kernel.reset();
            engine.run(each.experiment(), Cancellation.NEVER);
            SurveyQuestion before = SurveyQuestion.of(SMALL, Passes.FORWARD);
            SurveyQuestion after = SurveyQuestion.of(each.experiment(), Passes.FORWARD);
            boolean hasSameInput =
                    after.pass().input().equals(before.pass().input())
                            && after.binning().equals(before.binning());
            int inputs = hasSameInput ? 0 : 1;
            int preActivationsAndActivations = 2 * 4;
            assertEquals(
                    each.surveysOfWeights(),
                    kernel.surveys - inputs - preActivationsAndActivations,
                    each.toString());
        }
        assertEquals(6, cases.size());
    }

    private static StandardInitializer of(InitializerScheme scheme) {
        return StandardInitializer.of(scheme);
    }

    private TensorStatistics found(Experiment experiment) {
        return new Engine(kernel).run(experiment, Cancellation.NEVER).layer(1).weights();
    }

    /// Of the weights that the first layer is computed with.
    private TensorStatistics surveyed(Experiment experiment) {
        ForwardPass pass = new ForwardPass(kernel);
        Batch batch = new Batch();
        PassQuestion question = SurveyQuestion.of(experiment, Passes.FORWARD).pass();
        pass.prepare(question, 0, Cancellation.NEVER);
        pass.begin(question.input(), question.largestSignal(), batch, Cancellation.NEVER);
        pass.advance(question.layer(1), batch, null, null, Cancellation.NEVER);
        return new TensorSurvey(kernel, experiment.binning(), Cancellation.NEVER)
                .of(pass.weights().multiplied(Cancellation.NEVER), Saturation.UNBOUNDED);
    }

    private static void assertHold(
            Experiment experiment, TensorStatistics expected, TensorStatistics actual) {
        String which = experiment.caption();
        double tolerance = ROUNDING * expected.rms();
        if (Double.isFinite(tolerance)) {
            assertEquals(expected.mean(), actual.mean(), tolerance, which);
            assertEquals(expected.std(), actual.std(), tolerance, which);
            assertEquals(expected.rms(), actual.rms(), tolerance, which);
            assertEquals(expected.perUnitStd(), actual.perUnitStd(), tolerance, which);
        }
        assertEquals(expected.count(), actual.count(), which);
        assertEquals(expected.min(), actual.min(), which);
        assertEquals(expected.max(), actual.max(), which);
        assertEquals(expected.zeroShare(), actual.zeroShare(), which);
        assertEquals(expected.infiniteCount(), actual.infiniteCount(), which);
        assertEquals(expected.nanCount(), actual.nanCount(), which);
        assertSameButForEdges(expected.histogram(), actual.histogram(), which);
    }

    /// A value on an edge may be counted on either side of it.
    private static void assertSameButForEdges(Histogram expected, Histogram actual, String which) {
        assertEquals(expected.low(), actual.low(), which);
        assertEquals(expected.high(), actual.high(), which);
        assertEquals(expected.total(), actual.total(), which);
        long shifted = 0;
        for (int bin = 0; bin < expected.bins(); bin++) {
            shifted += expected.count(bin) - actual.count(bin);
            assertTrue(Math.abs(shifted) <= 2, which + ": " + actual);
        }
    }
}
