package dev.weightscope.spectrum;

import dev.weightscope.jacobian.JacobianSpectra;
import dev.weightscope.jacobian.WeightSpectra;
import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.race.LearningNetwork;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.training.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Trains a network once more and decomposes what that has moved, layer by layer.
///
/// A training stays where it is, so that a later step goes on from there; an earlier one begins
/// anew. Only small ones stay.
final class MovedSolver {
    /// As many as a window asks for at once.
    private static final int MOST = 9;

    /// Of all that stay.
    private static final long MOST_BYTES = 256L << 20;

    private final Kernel kernel;
    private final MemoryBudget budget;
    private final SequencedMap<Question<TrainingSettings>, Training> kept = new LinkedHashMap<>();

    MovedSolver(Kernel kernel, MemoryBudget budget) {
        this.kernel = kernel;
        this.budget = budget;
    }

    /// One that has begun.
    ///
    /// @param before its weights at the start
    /// @param claim to the need
    private record Training(
            LearningNetwork network,
            List<float[]> before,
            MemoryBudget.Claim claim,
            MemoryNeed need) {}

    /// @param steps told of each step of the training
    /// @param parts told what there is after each layer
    /// @return all of it
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws Refusal if the experiment cannot be trained
    MovedWeights solve(
            Experiment experiment,
            Trained trained,
            Cancellation cancellation,
            Consumer<Step> steps,
            Consumer<MovedWeights> parts) {
        Question<TrainingSettings> asked = new Question<>(experiment, trained.training());
        Training known = kept.remove(asked);
        if (known != null && known.network().steps() > trained.lastStep()) {
            known.claim().giveBack();
            known = null;
        }
        Training training = known == null ? begin(asked, cancellation, steps) : known;
        try {
            MovedWeights found =
                    training.need()
                            .use(() -> {
                                LearningNetwork network = training.network();
                                network.goTo(trained.lastStep(), cancellation, steps);
                                return new Growing(
                                                network.state(), trained, training.before(), parts)
                                        .grow(network, cancellation);
                            });
            keep(asked, training);
            return found;
        } catch (CancelledException cancelled) {
            keep(asked, training);
            throw cancelled;
        } catch (Refusal refusal) {
            training.claim().giveBack();
            throw refusal;
        }
    }

    /// Where there is no room for it, those that are kept make room.
    private Training begin(
            Question<TrainingSettings> asked, Cancellation cancellation, Consumer<Step> steps) {
        try {
            return beginBeside(asked, cancellation, steps);
        } catch (Refusal refusal) {
            if (kept.isEmpty()) {
                throw refusal;
            }
            rest();
            return beginBeside(asked, cancellation, steps);
        }
    }

    private Training beginBeside(
            Question<TrainingSettings> asked, Cancellation cancellation, Consumer<Step> steps) {
        MemoryBudget.Claim claim = budget.open();
        boolean hasBegun = false;
        try {
            List<MemoryNeed.Part> needs = new ArrayList<>();
            LearningNetwork network =
                    LearningNetwork.of(
                            asked,
                            kernel,
                            need -> {
                                needs.clear();
                                needs.addAll(need.parts());
                                claim.take(need);
                            },
                            cancellation);
            needs.add(own(network.state().widths()));
            MemoryNeed need = new MemoryNeed("this training", needs);
            claim.take(need);
            List<float[]> before = new ArrayList<>();
            need.use(() -> {
                network.goTo(0, cancellation, steps);
                network.weights((weights, _) -> before.add(weights));
                return before;
            });
            hasBegun = true;
            return new Training(network, before, claim, need);
        } finally {
            if (!hasBegun) {
                claim.giveBack();
            }
        }
    }

    private void keep(Question<TrainingSettings> asked, Training training) {
        kept.put(asked, training);
        while (kept.size() > MOST || bytes() > MOST_BYTES) {
            kept.pollFirstEntry().getValue().claim().giveBack();
        }
    }

    private long bytes() {
        return kept.values().stream().mapToLong(each -> each.need().bytes()).sum();
    }

    /// Gives back all memory.
    void rest() {
        kept.values().forEach(each -> each.claim().giveBack());
        kept.clear();
    }

    /// The weights at the start, and what is decomposed at once.
    private MemoryNeed.Part own(List<Integer> widths) {
        long all = 0;
        long atOnce = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            int fanIn = widths.get(layer - 1);
            int fanOut = widths.get(layer);
            long numbers = (long) fanIn * fanOut;
            all += Float.BYTES * numbers;
            atOnce =
                    Math.max(
                            atOnce,
                            Float.BYTES * numbers
                                    + (kernel.threads() + 1) * WeightSpectra.bytes(fanIn, fanOut));
        }
        return new MemoryNeed.Part(all + atOnce, "narrower layers");
    }

    /// What is there so far.
    private final class Growing {
        private final RunState state;
        private final Trained trained;
        private final List<float[]> before;
        private final Consumer<MovedWeights> parts;
        private final List<MovedLayer> layers = new ArrayList<>();
        private int next;
        private int asked;
        private @Nullable WeightSpectrum after;

        Growing(
                RunState state,
                Trained trained,
                List<float[]> before,
                Consumer<MovedWeights> parts) {
            this.state = state;
            this.trained = trained;
            this.before = before;
            this.parts = parts;
            for (int layer = 1; layer < state.widths().size(); layer++) {
                asked += isDecomposed(layer) ? 1 : 0;
            }
        }

        private boolean isDecomposed(int layer) {
            return Math.min(state.widths().get(layer - 1), state.widths().get(layer))
                    <= JacobianSpectra.LONGEST_SHORTER_SIDE;
        }

        MovedWeights grow(LearningNetwork network, Cancellation cancellation) {
            WeightSpectra spectra = new WeightSpectra(kernel, cancellation);
            network.weights((weights, _) -> {
                next++;
                if (isDecomposed(next)) {
                    add(spectra, next, weights);
                }
            });
            spectra.finish();
            return now();
        }

        private void add(WeightSpectra spectra, int layer, float[] weights) {
            int fanIn = state.widths().get(layer - 1);
            int fanOut = state.widths().get(layer);
            float[] start = before.get(layer - 1);
            double[][] now = new double[fanIn][fanOut];
            double[][] moved = new double[fanIn][fanOut];
            double squares = 0;
            for (int i = 0; i < fanIn; i++) {
                for (int j = 0; j < fanOut; j++) {
                    int at = i * fanOut + j;
                    now[i][j] = weights[at];
                    moved[i][j] = (double) weights[at] - start[at];
                    squares += (double) start[at] * start[at];
                }
            }
            double startNorm = Math.sqrt(squares);
            spectra.add(layer, now, fanOut, found -> after = found);
            spectra.add(layer, moved, fanOut, found -> take(found, startNorm));
        }

        private void take(WeightSpectrum moved, double startNorm) {
            if (after == null) {
                throw new IllegalStateException("what is moved comes behind the weights");
            }
            layers.add(new MovedLayer(after, moved, startNorm));
            parts.accept(now());
        }

        private MovedWeights now() {
            return new MovedWeights(
                    state.steps(),
                    trained.training().plan().steps(),
                    state.loss().last(),
                    layers,
                    asked);
        }
    }
}
