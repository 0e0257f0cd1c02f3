package dev.weightscope.theory;

import dev.weightscope.theory.Wiring.Role;
import java.util.ArrayList;
import java.util.List;

/// Second moments on the way forward.
///
/// A plain layer: q = σ_w²·A + σ_b², A′ = E φ² at q, or at variance 1 where pre-activations are
/// normalized. A branch adds, to a stream of second moment A and mean m, what is independent of it:
/// A′ = A + s²·E φ² + 2s·m·E φ, m′ = m + s·E φ where the branch ends in φ, and A′ = A + s²·(σ₂²·E
/// φ² + σ_b²) where it ends in a second layer (Yang & Schoenholz 2017, arXiv 1712.08969, §3).
final class ForwardPass {
    /// What is known of a layer.
    ///
    /// @param before the second moment of what it sees
    /// @param beforeByBatch the same without what all samples share, where a normalization over the
    ///   batch takes that from the gradient; else `before`
    /// @param variance q
    /// @param normalizedBy the variance that a normalization divides by, at the branch's entry or
    ///   of the pre-activations; 1 without one
    /// @param moments of φ where it has one, at the variance that φ sees
    /// @param second the second moment of its output
    /// @param mean of its output
    record Layer(
            Role role,
            LayerVariances laws,
            double before,
            double beforeByBatch,
            double variance,
            double normalizedBy,
            Moments moments,
            double second,
            double mean) {}

    private final ActivationMoments activation;
    private final Wiring wiring;
    private final List<Layer> layers = new ArrayList<>();

    /// Of the stream, or of the last plain layer's output.
    private double second;

    private double mean;

    /// The second moment of a unit's mean over the batch.
    private double sharedByBatch;

    private ForwardPass(ActivationMoments activation, Wiring wiring, InputStatistics input) {
        this.activation = activation;
        this.wiring = wiring;
        second = input.meanSquare();
        sharedByBatch = input.correlation() * second;
    }

    static List<Layer> of(
            ActivationMoments activation,
            InputStatistics input,
            List<LayerVariances> layers,
            Wiring wiring) {
        ForwardPass pass = new ForwardPass(activation, wiring, input);
        List<Role> roles = wiring.roles(layers);
        for (int i = 0; i < layers.size(); i++) {
            pass.add(roles.get(i), layers.get(i));
        }
        return pass.layers;
    }

    private void add(Role role, LayerVariances laws) {
        switch (role) {
            case PLAIN -> addPlain(laws);
            case WHOLE_BRANCH -> addWholeBranch(laws);
            case FIRST_OF_BRANCH -> addFirst(laws);
            case SECOND_OF_BRANCH -> addSecond(laws);
        }
    }

    private void addPlain(LayerVariances laws) {
        double variance = laws.weightVariance() * second + laws.biasVariance();
        double divisor =
                switch (wiring.normalization()) {
                    case NONE -> 1;
                    case BATCH ->
                            laws.weightVariance() * (second - sharedByBatch)
                                    + Normalization.EPSILON;
                    case LAYER, RMS -> variance + Normalization.EPSILON;
                };
        double seen =
                switch (wiring.normalization()) {
                    case NONE -> variance;
                    case BATCH, LAYER, RMS -> 1 - Normalization.EPSILON / divisor;
                };
        Moments moments = activation.at(seen);
        double before = second;
        double beforeByBatch =
                wiring.normalization() == Normalization.BATCH ? before - sharedByBatch : before;
        second = moments.second();
        mean = moments.mean();
        sharedByBatch = mean * mean;
        layers.add(
                new Layer(
                        Role.PLAIN,
                        laws,
                        before,
                        beforeByBatch,
                        variance,
                        divisor,
                        moments,
                        second,
                        mean));
    }

    private double entryVariance() {
        return switch (wiring.normalization()) {
            case NONE, BATCH -> 1;
            case LAYER -> second - mean * mean + Normalization.EPSILON;
            case RMS -> second + Normalization.EPSILON;
        };
    }

    private double entry(double divisor) {
        return switch (wiring.normalization()) {
            case NONE, BATCH -> second;
            case LAYER, RMS -> 1 - Normalization.EPSILON / divisor;
        };
    }

    private void addWholeBranch(LayerVariances laws) {
        double divisor = entryVariance();
        double before = entry(divisor);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        Moments moments = activation.at(variance);
        double scale = wiring.branchScale();
        second += scale * scale * moments.second() + 2 * scale * mean * moments.mean();
        mean += scale * moments.mean();
        layers.add(
                new Layer(
                        Role.WHOLE_BRANCH,
                        laws,
                        before,
                        before,
                        variance,
                        divisor,
                        moments,
                        second,
                        mean));
    }

    private void addFirst(LayerVariances laws) {
        double divisor = entryVariance();
        double before = entry(divisor);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        Moments moments = activation.at(variance);
        layers.add(
                new Layer(
                        Role.FIRST_OF_BRANCH,
                        laws,
                        before,
                        before,
                        variance,
                        divisor,
                        moments,
                        moments.second(),
                        moments.mean()));
    }

    private void addSecond(LayerVariances laws) {
        Moments hidden = layers.getLast().moments();
        double variance = laws.weightVariance() * hidden.second() + laws.biasVariance();
        second += wiring.branchScale() * wiring.branchScale() * variance;
        layers.add(
                new Layer(
                        Role.SECOND_OF_BRANCH,
                        laws,
                        hidden.second(),
                        hidden.second(),
                        variance,
                        1,
                        LINEAR,
                        second,
                        mean));
    }

    /// Behind a branch's second layer there is no φ, so that its slope is 1; nobody asks for more.
    private static final Moments LINEAR =
            new Moments(
                    Double.NaN, Double.NaN, Double.NaN, 1, 1, Double.NaN, Double.NaN, Double.NaN);
}
