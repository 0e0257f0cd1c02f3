package dev.weightscope.spectrum;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.model.Experiment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The singular values of an experiment's Jacobian by depth, of its weights, and of what a training
/// moves of them.
///
/// @param depths those that are there, in order; at least one
/// @param weights those that are there, in order
/// @param asked how many depths there are in the end
/// @param elapsed how long it took
/// @param moved what training moves; empty where that is not asked, or not there yet
/// @param untrained why there is nothing that training moves, in a sentence; empty where it is
///   trained, or that is not asked
public record SpectrumAnswer(
        Experiment experiment,
        SpectrumSettings settings,
        List<DepthSpectrum> depths,
        List<WeightSpectrum> weights,
        int asked,
        Duration elapsed,
        Optional<MovedWeights> moved,
        Optional<String> untrained) {
    public SpectrumAnswer {
        depths = List.copyOf(depths);
        weights = List.copyOf(weights);
        if (depths.isEmpty()) {
            throw new IllegalArgumentException("an answer without a depth");
        }
    }

    /// The deepest.
    public DepthSpectrum last() {
        return depths.getLast();
    }

    /// Of one layer's output, where it is there.
    public Optional<DepthSpectrum> at(int depth) {
        return depths.stream().filter(each -> each.depth() == depth).findFirst();
    }

    /// Of one layer's weights, where they are there.
    public Optional<WeightSpectrum> weightsOf(int layer) {
        return weights.stream().filter(each -> each.layer() == layer).findFirst();
    }

    /// How many matrices were decomposed for it.
    public int decompositions() {
        return depths.size() * settings.inputs()
                + weights.size()
                + moved.map(each -> 2 * each.layers().size()).orElse(0);
    }

    /// Whether all that was asked is there.
    public boolean isWhole() {
        return depths.size() == asked
                && (settings.trained().isEmpty()
                        || untrained.isPresent()
                        || moved.filter(MovedWeights::isWhole).isPresent());
    }
}
