package dev.weightscope.spectrum;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.JacobianQuestion;
import dev.weightscope.jacobian.JacobianSpectra;
import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers depth by depth.
final class SpectrumSolver implements Solver<SpectrumSettings, SpectrumAnswer> {
    /// Between two answers in part.
    private static final Duration PART = Duration.ofMillis(100);

    private final Kernel kernel;
    private final MemoryBudget.Claim memory;
    private final MovedSolver trainings;
    private final KeptAnswers kept = new KeptAnswers();

    SpectrumSolver(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        this.memory = memory.open();
        this.trainings = new MovedSolver(kernel, memory);
    }

    @Override
    public SpectrumAnswer solve(
            Question<SpectrumSettings> question,
            Cancellation cancellation,
            ProgressListener<SpectrumAnswer> listener) {
        Experiment experiment = question.experiment();
        SpectrumSettings settings = question.settings();
        requireInputs(experiment, settings);
        Growing growing = new Growing(question, listener);
        Question<SpectrumSettings> untrained = new Question<>(experiment, settings.places());
        Optional<SpectrumAnswer> known = kept.find(untrained);
        if (known.isPresent()) {
            growing.restore(known.get());
        } else {
            jacobian(question, growing, cancellation);
            kept.keep(untrained, growing.answer());
        }
        if (settings.trained().isPresent()) {
            growing.show(true);
            memory.giveBack();
            try {
                growing.moved(
                        trainings.solve(
                                experiment,
                                settings.trained().get(),
                                cancellation,
                                listener::step,
                                growing::moved));
            } catch (Refusal refusal) {
                growing.untrained(refusal);
            }
        }
        return growing.answer();
    }

    private void jacobian(
            Question<SpectrumSettings> question, Growing growing, Cancellation cancellation) {
        Experiment experiment = question.experiment();
        SpectrumSettings settings = question.settings();
        JacobianQuestion asked =
                new JacobianQuestion(
                        experiment,
                        settings.firstInput() - 1,
                        settings.inputs(),
                        settings.depths().of(experiment.streamLayers()));
        MemoryNeed need = asked.need(kernel.threads());
        memory.take(need);
        need.use(() -> {
            new JacobianSpectra(kernel).compute(asked, cancellation, growing);
            return growing.answer();
        });
    }

    private static void requireInputs(Experiment experiment, SpectrumSettings settings) {
        int samples = experiment.effectiveSamples();
        if (settings.lastInput() > samples) {
            throw new Refusal(
                    "there is no input %d, as the experiment has %d; %s"
                            .formatted(
                                    settings.lastInput(),
                                    samples,
                                    settings.firstInput() > samples
                                            ? "take an earlier first input or more samples"
                                            : "take fewer inputs or more samples"));
        }
    }

    /// What is there so far.
    private static final class Growing implements JacobianSpectra.Listener {
        private final Question<SpectrumSettings> question;
        private final int asked;
        private final ProgressListener<SpectrumAnswer> listener;
        private final List<DepthSpectrum> depths = new ArrayList<>();
        private final List<WeightSpectrum> weights = new ArrayList<>();
        private Optional<MovedWeights> moved = Optional.empty();
        private Optional<String> untrained = Optional.empty();
        private final long begun = System.nanoTime();
        private Duration before = Duration.ZERO;
        private long shown = System.nanoTime() - PART.toNanos();

        Growing(Question<SpectrumSettings> question, ProgressListener<SpectrumAnswer> listener) {
            this.question = question;
            this.listener = listener;
            asked = question.settings().depths().of(question.experiment().streamLayers()).size();
        }

        SpectrumAnswer answer() {
            return new SpectrumAnswer(
                    question.experiment(),
                    question.settings(),
                    depths,
                    weights,
                    asked,
                    before.plusNanos(System.nanoTime() - begun),
                    moved,
                    untrained);
        }

        /// Has what was found out before.
        void restore(SpectrumAnswer known) {
            before = known.elapsed();
            depths.addAll(known.depths());
            weights.addAll(known.weights());
        }

        @Override
        public void layer(int layer) {
            listener.step(new Step("layer", layer, question.experiment().depth()));
        }

        @Override
        public void depth(DepthSpectrum found) {
            depths.add(found);
            show(false);
        }

        @Override
        public void weights(WeightSpectrum found) {
            weights.add(found);
            show(false);
        }

        void moved(MovedWeights found) {
            moved = Optional.of(found);
            show(false);
        }

        void untrained(Refusal refusal) {
            moved = Optional.empty();
            untrained = Optional.of(Objects.requireNonNull(refusal.getMessage()));
        }

        /// @param isNow whether it is shown however short ago the last part was
        void show(boolean isNow) {
            long now = System.nanoTime();
            if (listener.wantsPartial()
                    && !depths.isEmpty()
                    && (isNow || now - shown >= PART.toNanos())) {
                listener.partial(answer());
                shown = now;
            }
        }
    }

    @Override
    public void rest() {
        memory.giveBack();
        trainings.rest();
    }
}
