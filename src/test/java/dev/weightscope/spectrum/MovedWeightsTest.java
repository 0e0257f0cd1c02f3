package dev.weightscope.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.option.SettingsText;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MovedWeightsTest {
    private static final SpectrumLab LAB = new SpectrumLab();
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidths(new LayerWidths.Same(3, 12)).withSamples(2);

    private static SpectrumSettings settings(String options) {
        return new SettingsText<>(LAB.options()).parse(options);
    }

    private static SpectrumAnswer solve(Experiment experiment, String options) {
        return solve(experiment, options, Cancellation.NEVER, ProgressListener.none());
    }

    private static SpectrumAnswer solve(
            Experiment experiment,
            String options,
            Cancellation cancellation,
            ProgressListener<SpectrumAnswer> listener) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return LAB.solver(kernel, MemoryBudget.ofHeap())
                    .solve(new Question<>(experiment, settings(options)), cancellation, listener);
        }
    }

    private static MovedWeights moved(Experiment experiment, String options) {
        return solve(experiment, options).moved().orElseThrow();
    }

    /// The gradient by the weights of one sample is an outer product.
    @Test
    void aStepOnOneSampleIsOfRankOneAndTwoStepsOfRankTwo() {
        String one = "--trained --optimizer sgd --batch 1 --learning-rate 0.5 --steps ";
        for (MovedLayer layer : moved(SMALL, one + "1").layers()) {
            assertEquals(1, layer.rank());
            assertTrue(layer.moved().largest() > 1e-4);
            for (int i = 1; i < layer.size(); i++) {
                assertEquals(0, layer.moved().value(i), 1e-6 * layer.weights().largest());
            }
        }
        MovedLayer second = moved(SMALL, one + "2").of(2).orElseThrow();
        assertTrue(second.moved().value(1) > 1e-5);
        assertEquals(0, second.moved().value(2), 1e-6 * second.weights().largest());
    }

    /// Σσ² is the sum of the squared entries, whatever the decomposition.
    @Test
    void valuesAreThoseOfWhatTheTrainingLabLearns() {
        MovedWeights found = moved(SMALL, "--trained --steps 7");
        List<float[]> end = learnt("--steps 7");
        List<float[]> half = learnt("--steps 3");
        assertEquals(3, found.layers().size());
        assertTrue(found.isWhole());
        assertEquals(7, found.step());
        for (int layer = 1; layer <= 3; layer++) {
            MovedLayer each = found.of(layer).orElseThrow();
            assertEquals(norm(end.get(layer - 1)), each.weights().norm(), 1e-9);
        }
        MovedWeights atThree = moved(SMALL, "--trained --steps 7 --at-step 3");
        assertEquals(3, atThree.step());
        assertEquals(norm(half.get(1)), atThree.of(2).orElseThrow().weights().norm(), 1e-9);
        MovedLayer second = found.of(2).orElseThrow();
        MovedWeights none = moved(SMALL, "--trained --steps 7 --at-step 0");
        assertEquals(second.startNorm(), none.of(2).orElseThrow().weights().norm(), 1e-9);
        assertEquals(0, none.of(2).orElseThrow().rank());
        assertEquals(0, none.of(2).orElseThrow().moved().largest());
        assertEquals(second.moved().norm() / second.startNorm(), second.relativeNorm());
    }

    private static List<float[]> learnt(String options) {
        TrainingSettings training = new SettingsText<>(new TrainingLab().options()).parse(options);
        List<float[]> all = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            new TrainingLab()
                    .network()
                    .orElseThrow()
                    .draw(
                            new Question<>(SMALL, training),
                            kernel,
                            Cancellation.NEVER,
                            new DrawnNetwork.Layers() {
                                @Override
                                public void begin(
                                        List<Integer> widths, List<DrawnNetwork.Vector> others) {}

                                @Override
                                public void layer(float[] weights, float[] bias) {
                                    all.add(weights);
                                }
                            });
        }
        return all;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Test
    void whatIsMovedIsNamedInWords() {
        assertEquals("No weight has moved.", words(SMALL, "--trained --at-step 0").get(1));
        List<String> one =
                words(SMALL, "--trained --optimizer sgd --batch 1 --learning-rate 0.5 --steps 1");
        assertTrue(one.getFirst().startsWith("After step 1 of 1 the loss is "), one.toString());
        assertTrue(
                one.get(1).startsWith("Training has moved the weights of a layer by "),
                one.toString());
        assertEquals(
                "99 % of the square of that lies in 1 of up to 12 directions: rank 1.", one.get(2));
        List<String> diverged =
                words(
                        SMALL.withActivation(Activation.of(ActivationFunction.LINEAR)),
                        "--trained --optimizer sgd --learning-rate 1000 --steps 50");
        assertEquals("After step 3 of 50 the loss is ∞.", diverged.getFirst());
        assertTrue(diverged.get(1).endsWith(" times their size."), diverged.toString());
    }

    private static List<String> words(Experiment experiment, String options) {
        return MovedWords.sentences(moved(experiment, options));
    }

    @Test
    void theJacobianIsThereFirstAndStepsAreTold() {
        List<String> told = new ArrayList<>();
        SpectrumAnswer whole =
                solve(
                        SMALL,
                        "--trained --steps 5",
                        Cancellation.NEVER,
                        new ProgressListener<>() {
                            @Override
                            public boolean wantsPartial() {
                                return true;
                            }

                            @Override
                            public void partial(SpectrumAnswer answer) {
                                if (answer.moved().isEmpty() && answer.depths().size() == 3) {
                                    told.add("Jacobian");
                                }
                            }

                            @Override
                            public void step(Step step) {
                                told.add(step.label());
                            }
                        });
        assertTrue(whole.isWhole());
        assertTrue(told.contains("Jacobian"));
        assertEquals("step 5 of 5", told.getLast());
        assertEquals("layer 1 of 3", told.getFirst());
    }

    @Test
    void tablesDocumentAndPicturesHaveItOnlyWhereItIsAsked() {
        SpectrumAnswer trained = solve(SMALL, "--trained --steps 2");
        assertTrue(LAB.document(trained).members().containsKey("moved"));
        assertTrue(LAB.moreTables(trained).containsKey("moved"));
        assertEquals(8, LAB.views(trained).size());
        assertTrue(LAB.text(trained).contains("After step 2 of 2"), LAB.text(trained));
        SpectrumAnswer plain = solve(SMALL, "");
        assertEquals(7, LAB.document(plain).members().size());
        assertEquals(6, LAB.views(plain).size());
        assertEquals(2, LAB.moreTables(plain).size());
    }

    @Test
    void mistakesAreToldInASentence() {
        assertEquals(
                "trained off does not read --steps; --steps is for on",
                assertThrows(Refusal.class, () -> settings("--steps 30")).getMessage());
        assertEquals(
                "optimizer adam does not read --weight-decay; --weight-decay is for adamw",
                assertThrows(Refusal.class, () -> settings("--trained --weight-decay 0.1"))
                        .getMessage());
        assertThrows(Refusal.class, () -> settings("--trained --at-step -1"));
        assertThrows(
                Refusal.class, () -> new Trained(OptionalInt.of(-1), TrainingSettings.DEFAULT));
    }

    @Test
    void aTrainingThatIsNotWantedAnyMoreEnds() {
        int[] steps = {0};
        assertThrows(
                CancelledException.class,
                () ->
                        solve(
                                SMALL,
                                "--trained --steps 100000",
                                () -> steps[0] > 3,
                                new ProgressListener<>() {
                                    @Override
                                    public void step(Step step) {
                                        steps[0] += step.noun().equals("step") ? 1 : 0;
                                    }
                                }));
    }

    /// A later step goes on from an earlier one, and is what it is when it is gone to at once.
    @Test
    void aLaterStepGoesOnFromWhereTheTrainingIs() {
        List<Integer> taken = new ArrayList<>();
        ProgressListener<SpectrumAnswer> steps =
                new ProgressListener<>() {
                    @Override
                    public void step(Step step) {
                        if (step.noun().equals("step")) {
                            taken.add(step.number());
                        }
                    }
                };
        try (Kernel kernel = Kernels.scalar(1)) {
            var solver = LAB.solver(kernel, MemoryBudget.ofHeap());
            for (int step : new int[] {3, 7, 7, 5}) {
                String options = "--trained --steps 9 --at-step " + step;
                MovedWeights found =
                        solver.solve(
                                        new Question<>(SMALL, settings(options)),
                                        Cancellation.NEVER,
                                        steps)
                                .moved()
                                .orElseThrow();
                MovedWeights anew = moved(SMALL, options);
                assertEquals(step, found.step());
                assertEquals(anew.loss(), found.loss());
                for (int layer = 0; layer < anew.layers().size(); layer++) {
                    WeightSpectrum expected = anew.layers().get(layer).moved();
                    WeightSpectrum same = found.layers().get(layer).moved();
                    for (int i = 0; i < expected.size(); i++) {
                        assertEquals(expected.value(i), same.value(i));
                    }
                }
            }
            solver.rest();
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5), taken);
    }

    /// The Jacobian is there all the same.
    @Test
    void anExperimentThatCannotBeTrainedSaysSoBesideItsJacobian() {
        Experiment half = SMALL.withFormat(NumberFormat.FLOAT16);
        SpectrumAnswer answer = solve(half, "--trained --steps 3");
        SpectrumAnswer untrained = solve(half, "");
        assertTrue(answer.isWhole());
        assertEquals(untrained.last().value(0), answer.last().value(0));
        assertEquals(Optional.empty(), answer.moved());
        assertEquals(
                Optional.of("training computes in float32, not in float16; choose format float32"),
                answer.untrained());
        assertTrue(
                LAB.text(answer).endsWith("\nNot trained: " + answer.untrained().get() + "\n"),
                LAB.text(answer));
        assertTrue(LAB.document(answer).members().containsKey("untrained"));
        assertFalse(LAB.document(untrained).members().containsKey("untrained"));
    }
}
