package dev.weightscope.verdict;

import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LikeLayers;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.model.Trend;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The figures that verdicts are made of, each with the one definition that all rules share.
///
/// The RMS of the activations stands for the size of the signal, since the next layer's variance
/// follows from it and not from the std. It is compared over [LikeLayers], from the first of them
/// on (in a network of one layer from the input), so that the step from input to first layer, which
/// an activation takes once, is not read as a trend.
///
/// @param like the layers that are compared
/// @param trend of the RMS of their outputs
/// @param drawn the same of every draw that is known, the snapshot's own among them; empty where
///   there are no others
record Evidence(Snapshot snapshot, LikeLayers like, Trend trend, List<Trend> drawn) {
    /// Of the numbers in verdicts and figures.
    static final int DIGITS = 3;

    /// A unit that is off for half of all inputs is off for so many by chance with probability
    /// 2^-10.
    private static final int SAMPLES_THAT_TELL_DEATH = 10;

    /// @param drawn of each draw that is known the RMS of the input, then of each layer's output
    static Evidence of(Snapshot snapshot, List<List<Double>> drawn) {
        LikeLayers like = LikeLayers.of(snapshot.experiment());
        return new Evidence(
                snapshot,
                like,
                Trend.ofSignal(snapshot, TensorStatistics::rms),
                drawn.stream()
                        .map(draw ->
                                new Trend(
                                        like.signal(),
                                        like.signal().stream().map(draw::get).toList()))
                        .toList());
    }

    Experiment experiment() {
        return snapshot.experiment();
    }

    /// Empty where no gradients were computed.
    Optional<GradientEvidence> gradients() {
        return snapshot.hasGradients()
                ? Optional.of(new GradientEvidence(snapshot, Trend.ofGradient(snapshot)))
                : Optional.empty();
    }

    /// Of the first of the layers that are compared.
    TensorStatistics start() {
        return snapshot.output(trend.firstLayer());
    }

    /// Of the last of them.
    TensorStatistics end() {
        return snapshot.output(trend.lastLayer());
    }

    /// `the input`, or `layer 1`: where the comparison begins.
    String startName() {
        return trend.firstLayer() == 0 ? "the input" : "layer " + trend.firstLayer();
    }

    double firstRms() {
        return trend.first();
    }

    double lastRms() {
        return trend.last();
    }

    double growth() {
        return trend.growth();
    }

    /// The largest share of saturated activations of any layer; 0 where nothing is bounded.
    double saturated() {
        return experiment().activation().function().saturation().isBounded() ? mostSaturated() : 0;
    }

    /// The largest share of dead units of any layer; 0 outside the ReLU family, and where there are
    /// so few samples that many units are off for all of them by chance.
    double dead() {
        return snapshot.samples() >= SAMPLES_THAT_TELL_DEATH
                        && experiment().activation().function().saturation() == Saturation.RECTIFIED
                ? mostSaturated()
                : 0;
    }

    private double mostSaturated() {
        return snapshot.layers().stream()
                .mapToDouble(layer -> layer.activation().saturatedShare())
                .max()
                .orElse(0);
    }

    /// Per-unit std over RMS of the activations: 1 where the unit's mean is 0, 0 where all samples
    /// give the same.
    private static double distinctness(TensorStatistics tensor) {
        return tensor.rms() > 0 ? tensor.perUnitStd() / tensor.rms() : Double.NaN;
    }

    double firstDistinctness() {
        return distinctness(start());
    }

    /// Of the last layer; of the last one before an overflow where there is one.
    double lastDistinctness() {
        int layer =
                snapshot.firstOverflowLayer().isPresent()
                        ? snapshot.firstOverflowLayer().getAsInt() - 1
                        : snapshot.layers().size();
        return distinctness(snapshot.output(layer));
    }

    /// Whether some layer gives all its units the very same weights, and nothing else tells them
    /// apart: no biases, and no stream that each unit adds to.
    boolean hasEqualUnits() {
        return layersOfUnitsAlike()
                .anyMatch(layer -> layer.weights().min() == layer.weights().max());
    }

    /// Those whose units only weights can tell apart. A unit at the end of a branch adds to a value
    /// of its own, whose gradient is its own too.
    private Stream<LayerStatistics> layersOfUnitsAlike() {
        return experiment().places().stream()
                .filter(place -> place.fanOut() > 1 && !place.role().endsBranch())
                .map(place -> snapshot.layer(place.layer()))
                .filter(layer -> !hasBiasesThatDiffer(layer));
    }

    /// The first layer whose weights are drawn, but all of them smaller than the number format
    /// holds, and whose biases do not tell its units apart.
    OptionalInt firstLayerWithAllWeightsFlushed() {
        return layersOfUnitsAlike()
                .filter(layer -> layer.weights().allZero())
                .mapToInt(LayerStatistics::layer)
                .filter(this::hasDrawnWeights)
                .findFirst();
    }

    private boolean hasDrawnWeights(int layer) {
        Experiment e = experiment();
        return e.weightLaw(layer).variance(e.fanIn(layer), e.fanOut(layer)) > 0;
    }

    private boolean hasBiasesThatDiffer(LayerStatistics layer) {
        if (layer.weights().allZero()) {
            // The pre-activations are the biases then, as the number format holds them.
            return layer.preActivation().min() < layer.preActivation().max();
        }
        // NaN, of a custom law, is no evidence.
        return experiment().biasLaw(layer.layer()).variance(layer.fanIn(), layer.fanOut()) > 0;
    }

    /// Whether the input is all zero only because the number format holds nothing so small.
    boolean hasFlushedInput() {
        return snapshot.input().allZero()
                && experiment().inputScale() > 0
                && switch (experiment().input()) {
                    case Input.StandardNormal _, Input.Uniform _ -> true;
                    case Input.Table(DataTable data) -> !data.isZero(snapshot.samples());
                };
    }

    /// Whether samples that differed at the input are all the same at the end.
    boolean hasOneOutput() {
        return distinctness(snapshot.input()) > 0 && lastDistinctness() == 0;
    }

    /// Whether the first layer that is all zero has no other weights than zeros.
    boolean hasZeroWeightsAtFirstZero() {
        return snapshot.firstAllZeroStreamLayer().stream()
                .mapToObj(snapshot::layer)
                .anyMatch(layer -> layer.weights().allZero());
    }

    /// Whether the first layer that is all zero is normalized over one value: one sample, or one
    /// unit.
    boolean isNormalizedAway() {
        return snapshot.firstAllZeroStreamLayer().stream()
                .mapToObj(experiment()::place)
                .filter(place -> place.role() == LayerRole.PLAIN)
                .anyMatch(place ->
                        switch (experiment().architecture().normalization()) {
                            case NONE, RMS -> false;
                            case BATCH -> snapshot.samples() == 1;
                            case LAYER -> place.fanOut() == 1;
                        });
    }

    /// Whether the first layer that is all zero got there by sign (dead units), not by underflow.
    boolean diesBySign() {
        return snapshot.firstAllZeroStreamLayer().stream()
                .mapToObj(snapshot::layer)
                .map(LayerStatistics::preActivation)
                .anyMatch(
                        preActivation -> preActivation.zeroShare() < 1 && preActivation.max() <= 0);
    }

    /// The largest share of a layer's activations that the number format flushes to 0.
    double flushed() {
        return snapshot.layers().stream()
                .mapToDouble(LayerStatistics::flushedShare)
                .max()
                .orElse(0);
    }

    /// σ_w² = fan_in·Var(W) of the layer that stands for all; of the weights as they are where
    /// their law does not say it.
    double effectiveVariance() {
        double known = experiment().explanation().effectiveVariance();
        return Double.isNaN(known)
                ? measuredVariance(snapshot.layer(experiment().explainedLayer()))
                : known;
    }

    /// The least and the largest σ_w² of any layer, likewise.
    DoubleSummaryStatistics effectiveVariances() {
        return experiment().places().stream()
                .mapToDouble(this::effectiveVariance)
                .summaryStatistics();
    }

    private double effectiveVariance(LayerPlace place) {
        Law law = experiment().weightLaw(place);
        double known = place.fanIn() * law.variance(place.fanIn(), place.fanOut());
        return Double.isNaN(known) ? measuredVariance(snapshot.layer(place.layer())) : known;
    }

    private static double measuredVariance(LayerStatistics layer) {
        double std = layer.weights().std();
        return layer.fanIn() * std * std;
    }

    static String number(double value) {
        return typeset(Numbers.significant(value, DIGITS));
    }

    /// With a real minus sign, as charts write numbers: `3e−7`.
    static String typeset(String number) {
        return number.replace('-', '−');
    }

    static String percent(double share) {
        return Numbers.significant(100 * share, share < 0.1 ? 2 : 3) + " %";
    }
}
