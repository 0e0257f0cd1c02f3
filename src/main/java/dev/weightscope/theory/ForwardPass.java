package dev.weightscope.theory;

import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import java.util.ArrayList;
import java.util.List;

/// Second moments on the way forward, layer by layer.
///
/// A plain layer: q = σ_w²·A + σ_b², A′ = E φ² at q, or at variance 1 where pre-activations are
/// normalized. A branch adds, to a stream of second moment A and mean m, what is independent of it:
/// A′ = A + s²·E φ² + 2s·m·E φ, m′ = m + s·E φ where the branch ends in φ, and A′ = A + s²·(σ₂²·E
/// φ² + σ_b²) where it ends in a second layer (Yang & Schoenholz 2017, arXiv 1712.08969, §3). What
/// all samples of a batch share, the square of a unit's mean over them, grows likewise, by the
/// square of E φ in place of E φ²; a normalization over the batch takes it away.
final class ForwardPass {
    /// Behind a branch's second layer there is no φ, so that its slope is 1; nobody asks for more.
    private static final Moments LINEAR =
            new Moments(
                    Double.NaN, Double.NaN, Double.NaN, 1, 1, Double.NaN, Double.NaN, Double.NaN);

    /// What is known of a layer.
    ///
    /// @param laws once it has seen what enters it
    /// @param isMeasured whether it was divided by what it saw, so that `variance` does not stray
    /// @param before the second moment of what it sees
    /// @param beforeByBatch the same without what all samples share, where there is a normalization
    ///   over the batch, which takes from a gradient what that is multiplied by; else `before`
    /// @param variance q, before any normalization
    /// @param normalizedBy the variance that a normalization divides by, at the branch's entry or
    ///   of the pre-activations; else 1
    /// @param moments of φ at what it sees
    /// @param second the second moment of the layer's output; of the stream behind a branch
    /// @param mean likewise
    record Layer(
            LayerVariances laws,
            boolean isMeasured,
            double before,
            double beforeByBatch,
            double variance,
            double normalizedBy,
            Moments moments,
            double second,
            double mean) {
        LayerRole role() {
            return laws.place().role();
        }
    }

    private final ActivationMoments activation;
    private final Normalization normalization;

    /// Of the stream, or of the last plain layer's output.
    private double second;

    private double mean;

    /// The second moment of a unit's mean over the batch.
    private double sharedByBatch;

    /// Of φ in the first layer of the branch that is open.
    private Moments hidden = LINEAR;

    private double hiddenShared;

    ForwardPass(ActivationMoments activation, Normalization normalization, InputStatistics input) {
        this.activation = activation;
        this.normalization = normalization;
        second = input.meanSquare();
        sharedByBatch = input.correlation() * second;
    }

    /// All layers.
    ///
    /// @param checkpoint called before each
    static List<Layer> of(
            ActivationMoments activation,
            Normalization normalization,
            InputStatistics input,
            List<LayerVariances> layers,
            Runnable checkpoint) {
        ForwardPass pass = new ForwardPass(activation, normalization, input);
        List<Layer> passed = new ArrayList<>();
        for (LayerVariances layer : layers) {
            checkpoint.run();
            passed.add(pass.next(layer));
        }
        return passed;
    }

    /// The next layer.
    Layer next(LayerVariances layer) {
        return switch (layer.place().role()) {
            case PLAIN -> plain(layer);
            case WHOLE_BRANCH -> wholeBranch(layer);
            case FIRST_OF_BRANCH -> first(layer);
            case LAST_OF_BRANCH -> last(layer);
        };
    }

    private Layer plain(LayerVariances layer) {
        double before = second;
        LayerVariances laws = layer.seeing(before);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        double apart = normalization == Normalization.BATCH ? before - sharedByBatch : before;
        double divisor =
                switch (normalization) {
                    case NONE -> 1;
                    case BATCH -> laws.weightVariance() * apart + Normalization.EPSILON;
                    case LAYER, RMS -> variance + Normalization.EPSILON;
                };
        double seen =
                normalization == Normalization.NONE
                        ? variance
                        : 1 - Normalization.EPSILON / divisor;
        Moments moments = activation.at(seen);
        second = moments.second();
        mean = moments.mean();
        sharedByBatch = mean * mean;
        return new Layer(
                laws,
                layer.measures(before),
                before,
                apart,
                variance,
                divisor,
                moments,
                second,
                mean);
    }

    private Layer wholeBranch(LayerVariances layer) {
        double scale = layer.place().branchScale();
        double divisor = entryVariance();
        double before = entry(divisor);
        LayerVariances laws = layer.seeing(before);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        Moments moments = activation.at(variance);
        second += scale * scale * moments.second() + 2 * scale * mean * moments.mean();
        sharedByBatch +=
                scale * scale * shared(laws, variance, moments) + 2 * scale * mean * moments.mean();
        mean += scale * moments.mean();
        return new Layer(
                laws,
                layer.measures(before),
                before,
                before,
                variance,
                divisor,
                moments,
                second,
                mean);
    }

    private Layer first(LayerVariances layer) {
        double divisor = entryVariance();
        double before = entry(divisor);
        LayerVariances laws = layer.seeing(before);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        hidden = activation.at(variance);
        hiddenShared = shared(laws, variance, hidden);
        return new Layer(
                laws,
                layer.measures(before),
                before,
                before,
                variance,
                divisor,
                hidden,
                hidden.second(),
                hidden.mean());
    }

    private Layer last(LayerVariances layer) {
        double scale = layer.place().branchScale();
        double before = hidden.second();
        double apart = normalization == Normalization.BATCH ? before - hiddenShared : before;
        LayerVariances laws = layer.seeing(before);
        double variance = laws.weightVariance() * before + laws.biasVariance();
        second += scale * scale * variance;
        sharedByBatch +=
                scale * scale * (laws.weightVariance() * hiddenShared + laws.biasVariance());
        return new Layer(
                laws, layer.measures(before), before, apart, variance, 1, LINEAR, second, mean);
    }

    /// The second moment of a unit's mean over the batch, of a layer that sees samples which share
    /// nothing: their pre-activations share the bias.
    private double shared(LayerVariances laws, double variance, Moments moments) {
        if (normalization != Normalization.BATCH) {
            return Double.NaN;
        }
        return laws.biasVariance() == 0
                ? moments.mean() * moments.mean()
                : HermiteSeries.of(activation, variance, moments)
                        .product(laws.biasVariance() / variance);
    }

    /// What a normalization at a branch's entry divides by.
    private double entryVariance() {
        return switch (normalization) {
            case NONE -> 1;
            case BATCH -> second - sharedByBatch + Normalization.EPSILON;
            case LAYER -> second - mean * mean + Normalization.EPSILON;
            case RMS -> second + Normalization.EPSILON;
        };
    }

    private double entry(double divisor) {
        return switch (normalization) {
            case NONE -> second;
            case BATCH, LAYER, RMS -> 1 - Normalization.EPSILON / divisor;
        };
    }
}
